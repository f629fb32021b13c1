import { Segmented, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { PageHead } from '../look/PageHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { Instant } from '../look/times.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { qualityWords, workWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import { InspectionState, Result } from './InspectionState.tsx';
import type { ListedInspection } from './quality-views.ts';
import { QualityTabs } from './QualityTabs.tsx';

/** What each view of the list asks for; it stands in the address as `view`. */
const views = {
  toScore: { toScore: true },
  mine: { mine: true },
  appealed: { status: 'appealed' },
  all: {},
} as const;
type View = keyof typeof views;

/** Quality inspection (R12): what is to be scored, and what was given for one's own work. */
export function Page() {
  const { t, say, of } = useWords();
  const user = useUser();
  const departmentName = useDepartmentName();
  const [search, setSearch] = useSearchParams();
  const isInspector = holdsOneOf(user, 'inspector');
  const watches = holdsOneOf(user, 'inspector', 'coordinator', 'leader', 'auditor', 'team-leader', 'manager');
  const offered: readonly View[] = [
    ...(isInspector ? (['toScore'] as const) : []),
    'mine',
    ...(watches ? (['appealed', 'all'] as const) : []),
  ];
  const view = (search.get('view') ?? offered[0] ?? 'mine') as View;
  const sample = search.get('sample') ?? undefined;
  const list = usePages<ListedInspection>(['inspections'], '/inspections', { ...(views[view] ?? {}), sample });
  const nameOf = usePeople(list.items.flatMap(({ agent, inspector }) => [agent, inspector]));
  const columns: TableColumnsType<ListedInspection> = [
    { title: say(qualityWords, 'work'), render: (_, { id, work }) => <Link to={`/quality/${id}`}>{of(workWords, work)}</Link> },
    { title: t('status'), render: (_, inspection) => <InspectionState inspection={inspection} /> },
    { title: say(qualityWords, 'agent'), render: (_, { agent }) => nameOf(agent) },
    { title: say(qualityWords, 'team'), render: (_, { team }) => departmentName(team) },
    { title: say(qualityWords, 'score'), render: (_, { result }) => <Result result={result} /> },
    { title: say(qualityWords, 'inspector'), render: (_, { inspector }) => nameOf(inspector) || say(qualityWords, 'unassigned') },
    { title: say(qualityWords, 'doneAt'), render: (_, { doneAt }) => <Instant at={doneAt} /> },
    { title: say(qualityWords, 'appealBy'), render: (_, { appealBy }) => appealBy && <Instant at={appealBy} /> },
  ];
  return (
    <div className="page stack">
      <PageHead title={t('quality')}>
        <Segmented
          value={view}
          onChange={(next) => setSearch({ view: next }, { replace: true })}
          options={offered.map((value) => ({ value, label: say(qualityWords, value) }))}
        />
      </PageHead>
      <p className="quiet" style={{ margin: 0 }}>
        {say(qualityWords, 'lead')}
      </p>
      <QualityTabs />
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(qualityWords, 'none')} />
    </div>
  );
}
