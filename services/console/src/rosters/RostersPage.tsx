import { Tag, type TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useDepartmentName } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { useUser } from '../session/session.tsx';
import { rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import { OnNow } from './OnNow.tsx';
import { OwnShifts } from './OwnShifts.tsx';
import { RosterState } from './RosterState.tsx';
import type { ListedRoster } from './roster-views.ts';

/** Rosters (R12): one's own shifts, who is on now, and each department's months. */
export function Page() {
  const { t, say } = useWords();
  const user = useUser();
  const go = useNavigate();
  const departmentName = useDepartmentName();
  const list = usePages<ListedRoster>(['rosters'], '/rosters', {});
  const columns: TableColumnsType<ListedRoster> = [
    { title: say(rosterWords, 'month'), render: (_, { id, month }) => <Link to={`/rosters/${id}`} className="figure">{month}</Link> },
    { title: t('department'), render: (_, { department }) => departmentName(department) },
    { title: t('status'), render: (_, roster) => <RosterState roster={roster} /> },
    { title: say(rosterWords, 'people'), render: (_, { people }) => <span className="figure">{people}</span> },
    { title: '', render: (_, { toDecide = 0 }) => toDecide > 0 && <Tag color="gold">{say(rosterWords, 'toDecide', { n: toDecide })}</Tag> },
  ]; // prettier-ignore
  const departments = [...new Set([...user.departments, ...list.items.map(({ department }) => department)])].filter(
    (one) => one !== '*',
  );
  return (
    <div className="page stack">
      <PageHead title={t('rosters')}>
        {user.commands.includes('open-roster') && (
          <ActionButton
            type="primary"
            operation="/rosters"
            title={say(rosterWords, 'open')}
            refresh={['rosters']}
            onDone={({ id }) => void go(`/rosters/${String(id)}`)}
          />
        )}
      </PageHead>
      <p className="quiet" style={{ margin: 0 }}>
        {say(rosterWords, 'lead')}
      </p>
      <div className="columns">
        <PagedTable list={list} columns={columns} rowKey="id" empty={say(rosterWords, 'none')} />
        <aside className="stack">
          <OwnShifts />
          <OnNow departments={departments} />
        </aside>
      </div>
    </div>
  );
}
