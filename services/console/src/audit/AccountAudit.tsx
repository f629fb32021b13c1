import { Tag, type TableColumnsType } from 'antd';
import { useSearchParams } from 'react-router';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { SearchBox } from '../look/SearchBox.tsx';
import { Instant } from '../look/times.tsx';
import { accountEventWords, auditWords, refusedWords } from '../words/audit-words.ts';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

/** `GET /audit/sign-ins`, `GET /audit/permission-changes`. */
interface Audited {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly account: string;
  readonly by: string | null;
  readonly roles?: readonly string[];
  readonly departments?: readonly string[];
  readonly scopes?: readonly string[];
  readonly why?: string;
}

/** What happened to accounts, newest first: who signed in or was refused, whose rights were changed by whom. */
export function AccountAudit({ kind }: { readonly kind: 'sign-ins' | 'permission-changes' }) {
  const { of, say } = useWords();
  const [search] = useSearchParams();
  const account = search.get('q') ?? undefined;
  const list = usePages<Audited>(['audit', kind], `/audit/${kind}`, { account });
  const nameOf = usePeople(list.items.flatMap(({ account: whose, by }) => [whose, by ?? undefined]));
  const columns: TableColumnsType<Audited> = [
    { title: say(auditWords, 'at'), render: (_, { at }) => <Instant at={at} seconds /> },
    {
      title: say(auditWords, 'what'),
      render: (_, { type }) => <Tag color={type === 'SignInRefused' ? 'red' : 'default'}>{of(accountEventWords, type)}</Tag>,
    },
    {
      title: say(auditWords, 'whose'),
      render: (_, one) => nameOf(one.account) || <span className="quiet figure">{one.account}</span>,
    },
    { title: say(auditWords, 'details'), render: (_, one) => <Details audited={one} /> },
    {
      title: say(auditWords, 'by'),
      render: (_, { by }) =>
        by === null ? <span className="quiet">{say(auditWords, 'nobody')}</span> : nameOf(by) || say(auditWords, 'system'),
    },
  ];
  return (
    <div className="stack">
      <span>
        <SearchBox label={say(auditWords, 'account')} />
      </span>
      <PagedTable
        list={list}
        columns={columns}
        rowKey="id"
        empty={say(auditWords, kind === 'sign-ins' ? 'noSignIns' : 'noChanges')}
      />
    </div>
  );
}

function Details({ audited: { roles = [], departments = [], scopes = [], why } }: { readonly audited: Audited }) {
  const { t, of } = useWords();
  const departmentName = useDepartmentName();
  return (
    <span className="row-end">
      {why !== undefined && of(refusedWords, why)}
      {roles.map((role) => (
        <Tag key={role}>{of(roleWords, role)}</Tag>
      ))}
      {departments.map((code) => (
        <span key={code}>{code === '*' ? t('all') : departmentName(code)}</span>
      ))}
      {scopes.map((scope) => (
        <code key={scope}>{scope}</code>
      ))}
    </span>
  );
}
