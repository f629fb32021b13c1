import { DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Dropdown } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { forEachOne } from '../api/one-by-one.ts';
import type { TicketView } from '../api/views.ts';
import { CommandForm, type Sending } from '../commands/CommandForm.tsx';
import { useUser } from '../session/session.tsx';
import { commandWords } from '../words/command-words.ts';
import { useWords } from '../words/use-words.ts';

/** What can sensibly be done for several tickets in one go. */
const bulk = [
  'accept', 'acknowledge-urge', 'assign-handler', 'approve-result', 'accept-result', 'route', 'urge', 'guide', 'close', 'attach-to-event',
  'add-message',
]; // prettier-ignore

interface Outcome {
  readonly done: number;
  readonly refused: readonly { readonly number: string; readonly code: string }[];
}

interface BulkBarProps {
  readonly ids: readonly string[];
  readonly tickets: readonly TicketView[];
  readonly onDone: () => void;
}

/** One command for every chosen ticket; each is decided by itself, and each refusal is told. */
export function BulkBar({ ids, tickets, onDone }: BulkBarProps) {
  const { t, of, problem } = useWords();
  const user = useUser();
  const client = useQueryClient();
  const [command, setCommand] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const offered = bulk.filter((name) => user.commands.includes(name));
  const send = async ({ body, key }: Sending) => {
    const found = await forEachOne(ids, (id) =>
      call('POST', `/tickets/${id}/${String(command)}`, { body, headers: { 'idempotency-key': `${key}-${id}` } }),
    );
    const refused = found.map(({ item, code }) => ({ number: tickets.find((one) => one.id === item)?.number ?? item, code }));
    setOutcome({ done: ids.length - refused.length, refused });
    void client.invalidateQueries({ queryKey: ['tickets'] });
  };
  return (
    <div className="row-end" role="region" aria-label={t('bulk')}>
      <strong>{t('selected', { n: ids.length })}</strong>
      <Dropdown
        trigger={['click']}
        menu={{ items: offered.map((key) => ({ key, label: of(commandWords, key) })), onClick: ({ key }) => setCommand(key) }}
      >
        <Button size="middle" type="primary" icon={<DownOutlined />} iconPlacement="end">
          {t('bulk')}
        </Button>
      </Dropdown>
      <Button size="middle" onClick={onDone}>
        {t('cancel')}
      </Button>
      {outcome && (
        <Alert
          type={outcome.refused.length > 0 ? 'warning' : 'success'}
          title={t('bulkDone', { n: outcome.done })}
          description={
            outcome.refused.length > 0 && (
              <ul style={{ margin: 0 }}>
                {outcome.refused.map(({ number, code }) => (
                  <li key={number}>
                    <span className="figure">{number}</span> {problem(code)}
                  </li>
                ))}
              </ul>
            )
          }
          closable={{ onClose: onDone }}
        />
      )}
      <Drawer
        open={command !== undefined}
        onClose={() => setCommand(undefined)}
        title={command && of(commandWords, command)}
        size={520}
        destroyOnHidden
      >
        {command && (
          <CommandForm key={command} command={command} draftKey="bulk" send={send} onDone={() => setCommand(undefined)} />
        )}
      </Drawer>
    </div>
  );
}
