import type { TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useDepartmentName } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { ListHead } from '../look/ListHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useListView } from '../look/use-list-view.ts';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { dueWords, probationWords, requestKindWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import { ProbationState } from './ProbationState.tsx';
import type { ListedProbation } from './probation-views.ts';

/** What each view of the list asks for; it stands in the address as `view`. */
const views = {
  open: { status: 'on-probation' },
  asked: { asked: true },
  regular: { status: 'regular' },
  ended: { status: 'ended' },
  all: {},
} as const;

/** Who is on probation, and what has to be done about it next (R13). */
export function Page() {
  const { t, say, of, language } = useWords();
  const user = useUser();
  const go = useNavigate();
  const inWords = useInWords();
  const departmentName = useDepartmentName();
  const shown = useListView(views, 'open');
  const list = usePages<ListedProbation>(['probations'], '/probations', shown.asked);
  const columns: TableColumnsType<ListedProbation> = [
    { title: say(probationWords, 'name'), render: (_, { id, name }) => <Link to={`/probations/${id}`}>{inWords(name)}</Link> },
    { title: t('status'), render: (_, probation) => <ProbationState probation={probation} /> },
    { title: t('department'), render: (_, { department }) => departmentName(department) },
    { title: say(probationWords, 'post'), render: (_, { post, postName }) => postName?.[language] ?? post },
    { title: say(probationWords, 'reportsOn'), render: (_, { reportsOn }) => <span className="figure">{reportsOn}</span> },
    { title: say(probationWords, 'lastDay'), render: (_, { lastDay }) => <span className="figure">{lastDay}</span> },
    {
      title: say(probationWords, 'next'),
      render: (_, { due }) =>
        due && (
          <span>
            {of(dueWords, due.what)}
            {due.what === 'request' && `${t('colon')}${of(requestKindWords, due.of)}`}{' '}
            <span className="figure quiet">{due.on}</span>
          </span>
        ),
    },
  ];
  return (
    <div className="page stack">
      <ListHead
        title={t('probations')}
        lead={say(probationWords, 'lead')}
        searchLabel={say(probationWords, 'search')}
        shown={shown}
        nameOf={(one) => say(probationWords, one)}
      >
        {holdsOneOf(user, 'personnel') && (
          <ActionButton
            type="primary"
            operation="/probations"
            title={say(probationWords, 'begin')}
            refresh={['probations']}
            onDone={({ id }) => void go(`/probations/${String(id)}`)}
          />
        )}
      </ListHead>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(probationWords, 'none')} />
    </div>
  );
}
