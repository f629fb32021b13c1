import { Alert, Button, Form, Input, Tabs, Tag, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { auditWords, lookWords } from '../words/audit-words.ts';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import { Rights } from './Rights.tsx';

/** `GET /tickets/{id}/accesses`. */
interface Access {
  readonly at: string;
  readonly who: string;
  readonly roles: readonly string[];
  readonly call: string;
  readonly moment?: Readonly<Record<string, string | number>>;
}

const isIdOrNumber = /^[0-9A-Za-z-]{1,64}$/;

/** Who looked at one confidential ticket, and who could have. Which ticket stands in the address: its page leads here. */
export function Looks() {
  const { t, problem, say } = useWords();
  const user = useUser();
  const [search, setSearch] = useSearchParams();
  const ticket = search.get('ticket') ?? '';
  return (
    <div className="stack">
      <p style={{ margin: 0 }}>{say(auditWords, 'looksLead')}</p>
      <Form
        layout="inline"
        size="middle"
        initialValues={{ ticket }}
        onFinish={({ ticket: wanted }: { ticket: string }) => setSearch({ ticket: wanted.trim() }, { replace: true })}
      >
        <Form.Item name="ticket" label={say(auditWords, 'ticket')} rules={[{ required: true, message: t('required') }]}>
          <Input maxLength={64} style={{ width: 240 }} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {say(auditWords, 'look')}
        </Button>
      </Form>
      {ticket !== '' && !isIdOrNumber.test(ticket) && <Alert type="error" showIcon role="alert" title={problem('invalid-id')} />}
      {isIdOrNumber.test(ticket) && (
        <>
          <Link to={`/tickets/${ticket}`}>{say(auditWords, 'openTicket')}</Link>
          <Tabs
            size="small"
            items={[
              { key: 'looks', label: say(auditWords, 'looks'), children: <Accesses ticket={ticket} /> },
              ...(holdsOneOf(user, 'auditor')
                ? [{ key: 'rights', label: say(auditWords, 'couldSee'), children: <Rights ticket={ticket} /> }]
                : []),
            ]}
          />
        </>
      )}
    </div>
  );
}

function Accesses({ ticket }: { readonly ticket: string }) {
  const { of, say } = useWords();
  const list = usePages<Access>(['audit', 'accesses', ticket], `/tickets/${ticket}/accesses`, {});
  const nameOf = usePeople(list.items.map(({ who }) => who));
  const items = list.items.map((access, place) => ({ ...access, key: place }));
  const columns: TableColumnsType<Access & { readonly key: number }> = [
    { title: say(auditWords, 'at'), render: (_, { at }) => <Instant at={at} seconds /> },
    { title: say(auditWords, 'by'), render: (_, { who }) => nameOf(who) || who },
    {
      title: say(auditWords, 'details'),
      render: (_, { roles }) => roles.map((role) => <Tag key={role}>{of(roleWords, role)}</Tag>),
    },
    { title: say(auditWords, 'how'), render: (_, { call }) => of(lookWords, call) },
    {
      title: say(auditWords, 'moment'),
      render: (_, { moment }) => moment && <span className="figure">{Object.values(moment).join(' ')}</span>,
    },
  ];
  return <PagedTable list={{ ...list, items }} columns={columns} rowKey="key" empty={say(auditWords, 'noLooks')} />;
}
