import { DatePicker, Tag, type TableColumnsType } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useDepartmentName } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { auditWords } from '../words/audit-words.ts';
import { roleWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

/** `GET /tickets/{id}/rights`. */
interface Right {
  readonly id: string;
  readonly username: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly caller: string;
}

/** Who could see a ticket, now or as rights stood at a moment. */
export function Rights({ ticket }: { readonly ticket: string }) {
  const { t, of, say } = useWords();
  const departmentName = useDepartmentName();
  const [at, setAt] = useState<Dayjs | null>(null);
  const list = usePages<Right>(['audit', 'rights', ticket], `/tickets/${ticket}/rights`, { at: at?.toISOString() });
  const columns: TableColumnsType<Right> = [
    { title: t('name'), render: (_, { name, username, id }) => name ?? username ?? id },
    { title: t('roles'), render: (_, { roles }) => roles.map((role) => <Tag key={role}>{of(roleWords, role)}</Tag>) },
    {
      title: t('departments'),
      render: (_, { departments }) =>
        departments.map((code) => (code === '*' ? t('all') : departmentName(code))).join(t('comma')),
    },
    { title: say(auditWords, 'callerSeen'), render: (_, { caller }) => say(auditWords, caller === 'plain' ? 'plain' : 'hidden') },
  ];
  return (
    <div className="stack">
      <span>
        <DatePicker
          showTime
          value={at}
          onChange={setAt}
          aria-label={say(auditWords, 'couldSeeAt')}
          placeholder={say(auditWords, 'couldSeeAt')}
        />
      </span>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(auditWords, 'nobody')} />
    </div>
  );
}
