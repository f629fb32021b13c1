import type { TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useDepartmentName } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { ListHead } from '../look/ListHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useListView } from '../look/use-list-view.ts';
import { useUser } from '../session/session.tsx';
import { knownErrorWords } from '../words/known-error-words.ts';
import { useWords } from '../words/use-words.ts';
import { ProblemState } from './ProblemState.tsx';
import type { ListedProblem } from './problem-views.ts';
import { useMatterOf } from './use-matter-of.ts';

/** What each view of the list asks for; it stands in the address as `view`. */
const views = {
  unresolved: { resolved: false },
  knownError: { status: 'known-error' },
  resolved: { resolved: true },
  all: {},
} as const;

/** Problems and known errors (R11): what goes wrong again and again, and what helps until it is gone. */
export function Page() {
  const { t, say } = useWords();
  const user = useUser();
  const go = useNavigate();
  const inWords = useInWords();
  const departmentName = useDepartmentName();
  const matterOf = useMatterOf();
  const shown = useListView(views, 'unresolved');
  const list = usePages<ListedProblem>(['problems'], '/problems', shown.asked);
  const columns: TableColumnsType<ListedProblem> = [
    { title: say(knownErrorWords, 'title'), render: (_, { id, title }) => <Link to={`/problems/${id}`}>{inWords(title)}</Link> },
    { title: t('status'), render: (_, problem) => <ProblemState problem={problem} /> },
    { title: say(knownErrorWords, 'matter'), render: (_, problem) => matterOf(problem) },
    { title: t('department'), render: (_, { department }) => departmentName(department) },
    {
      title: say(knownErrorWords, 'tickets'),
      render: (_, { tickets }) =>
        tickets && <span className="figure">{say(knownErrorWords, 'linked', { linked: tickets.linked })}</span>,
    },
    { title: say(knownErrorWords, 'openedAt'), render: (_, { openedAt }) => <Instant at={openedAt} /> },
  ];
  return (
    <div className="page stack">
      <ListHead
        title={t('problems')}
        lead={say(knownErrorWords, 'lead')}
        searchLabel={say(knownErrorWords, 'search')}
        shown={shown}
        nameOf={(one) => say(knownErrorWords, one)}
      >
        {user.commands.includes('open-problem') && (
          <ActionButton
            type="primary"
            operation="/problems"
            title={say(knownErrorWords, 'open')}
            refresh={['problems']}
            onDone={({ id }) => void go(`/problems/${String(id)}`)}
          />
        )}
      </ListHead>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(knownErrorWords, 'none')} />
    </div>
  );
}
