import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { documentKinds, type VersionView } from '../rules/document-kinds.ts';
import { auditWords } from '../words/audit-words.ts';
import { useWords } from '../words/use-words.ts';

interface SelfApproved extends VersionView {
  readonly type: string;
  readonly code: string;
}

const kindOf = (type: string) => documentKinds.find((kind) => kind.type === type);

/** Versions of documents whose second pair of eyes was the first. */
export function SelfApprovals() {
  const { t, say } = useWords();
  const list = usePages<SelfApproved>(['audit', 'self-approvals'], '/audit/self-approvals', {});
  const nameOf = usePeople(list.items.map(({ draftedBy }) => draftedBy));
  const columns: TableColumnsType<SelfApproved> = [
    {
      title: say(auditWords, 'kind'),
      render: (_, { type }) => {
        const kind = kindOf(type);
        return kind ? t(kind.word) : type;
      },
    },
    {
      title: say(auditWords, 'version'),
      render: (_, { type, code, id }) => <Link to={`/rules/${kindOf(type)?.path}/${code}`}>{id}</Link>,
    },
    { title: say(auditWords, 'approvedBy'), render: (_, { draftedBy }) => nameOf(draftedBy) || draftedBy },
    { title: say(auditWords, 'approvedAt'), render: (_, { approvedAt }) => <Instant at={approvedAt} /> },
  ];
  return <PagedTable list={list} columns={columns} rowKey="id" empty={say(auditWords, 'noSelfApprovals')} />;
}
