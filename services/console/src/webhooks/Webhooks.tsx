import { Button, Drawer, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useDepartmentName } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { ToldOnce } from '../look/ToldOnce.tsx';
import { useUser } from '../session/session.tsx';
import { roleWords } from '../words/ticket-words.ts';
import { webhookWords } from '../words/webhook-words.ts';
import { useWords } from '../words/use-words.ts';
import { DeadLetters } from './DeadLetters.tsx';
import { WebhookActions } from './WebhookActions.tsx';
import { WebhookState } from './WebhookState.tsx';
import type { WebhookView } from './webhook-view.ts';

const refresh = ['webhooks'];

/** Subscriptions to public events: made, changed and stopped by administrators, each change with its reason; auditors look. */
export function Webhooks() {
  const { t, of, say } = useWords();
  const mayGovern = useUser().roles.includes('administrator');
  const departmentName = useDepartmentName();
  const list = usePages<WebhookView>(refresh, '/webhooks', {});
  const [secret, setSecret] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const told = (reply: Readonly<Record<string, unknown>>) =>
    setSecret(typeof reply['secret'] === 'string' ? reply['secret'] : undefined);
  const columns: TableColumnsType<WebhookView> = [
    {
      title: say(webhookWords, 'name'),
      render: (_, { name, url }) => (
        <>
          <strong>{name}</strong>
          <div className="quiet" style={{ overflowWrap: 'anywhere', maxWidth: 320 }}>
            {url}
          </div>
        </>
      ),
    },
    { title: say(webhookWords, 'state'), render: (_, webhook) => <WebhookState webhook={webhook} /> },
    {
      title: say(webhookWords, 'types'),
      render: (_, { types }) => (types.length === 0 ? say(webhookWords, 'allTypes') : <Types types={types} />),
    },
    {
      title: say(webhookWords, 'rights'),
      render: (_, { roles, departments }) => (
        <span className="row-end">
          {roles.map((role) => (
            <Tag key={role}>{of(roleWords, role)}</Tag>
          ))}
          {departments.map((code) => departmentName(code)).join(t('comma'))}
        </span>
      ),
    },
    {
      title: say(webhookWords, 'deadLetters'),
      align: 'end',
      render: (_, { id, deadLetters }) => (
        <Button type="link" size="small" className={deadLetters > 0 ? 'figure late' : 'figure'} onClick={() => setOpened(id)}>
          {deadLetters}
        </Button>
      ),
    },
    ...(mayGovern
      ? [{ key: 'actions', render: (_: unknown, webhook: WebhookView) => <WebhookActions webhook={webhook} onSecret={told} /> }]
      : []),
  ];
  return (
    <div className="stack">
      <span>{say(webhookWords, 'lead')}</span>
      {mayGovern && (
        <span>
          <ActionButton
            type="primary"
            operation="/webhooks"
            title={say(webhookWords, 'create')}
            refresh={refresh}
            onDone={told}
          />
        </span>
      )}
      <ToldOnce title={say(webhookWords, 'secret')} text={secret} onSeen={() => setSecret(undefined)} />
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(webhookWords, 'none')} />
      <Drawer
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={say(webhookWords, 'deadLetters')}
        size={860}
        destroyOnHidden
      >
        {opened !== undefined && <DeadLetters webhook={opened} mayGovern={mayGovern} />}
      </Drawer>
    </div>
  );
}

function Types({ types }: { readonly types: readonly string[] }) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: 16 }}>
      {types.map((type) => (
        <li key={type}>
          <code>{type}</code>
        </li>
      ))}
    </ul>
  );
}
