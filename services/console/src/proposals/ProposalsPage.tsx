import { Tag, type TableColumnsType } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { ListHead } from '../look/ListHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useListView } from '../look/use-list-view.ts';
import { useUser } from '../session/session.tsx';
import { proposalWords } from '../words/proposal-words.ts';
import { useWords } from '../words/use-words.ts';
import { ProposalState } from './ProposalState.tsx';
import type { ListedProposal } from './proposal-views.ts';

/** What each view of the list asks for; it stands in the address as `view`. */
const views = {
  open: { open: true },
  overdue: { overdue: true },
  mine: { mine: true },
  toTell: { toTell: true },
  all: {},
} as const;

/** Improvement proposals (R11): what is to be done by when, and whose callers are still to be told. */
export function Page() {
  const { t, say } = useWords();
  const user = useUser();
  const go = useNavigate();
  const inWords = useInWords();
  const departmentName = useDepartmentName();
  const [search] = useSearchParams();
  const shown = useListView(views, 'open');
  const department = search.get('department') ?? undefined;
  const list = usePages<ListedProposal>(['proposals'], '/proposals', { ...shown.asked, department });
  const nameOf = usePeople(list.items.map(({ owner }) => owner));
  const columns: TableColumnsType<ListedProposal> = [
    { title: say(proposalWords, 'title'), render: (_, { id, title }) => <Link to={`/proposals/${id}`}>{inWords(title)}</Link> },
    { title: t('status'), render: (_, proposal) => <ProposalState proposal={proposal} /> },
    { title: t('department'), render: (_, { department }) => departmentName(department) },
    { title: say(proposalWords, 'owner'), render: (_, { owner }) => nameOf(owner) },
    {
      title: say(proposalWords, 'dueBy'),
      render: (_, { dueBy }) => (dueBy ? <Instant at={dueBy} /> : <span className="quiet">{say(proposalWords, 'noDate')}</span>),
    },
    {
      title: say(proposalWords, 'callers'),
      render: (_, { callers }) => callers && <span className="figure">{say(proposalWords, 'callersCount', callers)}</span>,
    },
    { title: say(proposalWords, 'period'), render: (_, { period }) => period && <Tag>{period}</Tag> },
  ];
  return (
    <div className="page stack">
      <ListHead
        title={t('proposals')}
        lead={say(proposalWords, 'lead')}
        searchLabel={say(proposalWords, 'search')}
        shown={shown}
        nameOf={(one) => say(proposalWords, one)}
      >
        {user.commands.includes('raise-proposal') && (
          <ActionButton
            type="primary"
            operation="/proposals"
            title={say(proposalWords, 'raise')}
            without={['period']}
            refresh={['proposals']}
            onDone={({ id }) => void go(`/proposals/${String(id)}`)}
          />
        )}
      </ListHead>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(proposalWords, 'none')} />
    </div>
  );
}
