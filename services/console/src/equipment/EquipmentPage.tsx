import type { TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import { usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { useSites } from '../api/ticket-queries.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { ListHead } from '../look/ListHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useListView } from '../look/use-list-view.ts';
import { useUser } from '../session/session.tsx';
import { equipmentKindWords, equipmentWords } from '../words/equipment-words.ts';
import { useWords } from '../words/use-words.ts';
import { EquipmentState } from './EquipmentState.tsx';
import type { ListedEquipment } from './equipment-views.ts';

/** What each view of the list asks for; it stands in the address as `view`. */
const views = {
  all: {},
  due: { sort: 'dueOn' },
  faulty: { status: 'faulty' },
  inRepair: { status: 'in-repair' },
  mine: { mine: true },
  writtenOff: { status: 'written-off' },
} as const;

/** The equipment register (R12): what there is, what is wrong with it, and what is due next. */
export function Page() {
  const { t, say, of } = useWords();
  const user = useUser();
  const go = useNavigate();
  const inWords = useInWords();
  const sites = useSites();
  const shown = useListView(views, 'all');
  const list = usePages<ListedEquipment>(['equipment'], '/equipment', shown.asked);
  const nameOf = usePeople(list.items.map(({ responsible }) => responsible));
  const siteName = (code: string) => sites.find((site) => site.code === code)?.name ?? code;
  const columns: TableColumnsType<ListedEquipment> = [
    { title: say(equipmentWords, 'code'), render: (_, { id }) => <Link to={`/equipment/${id}`} className="figure">{id}</Link> },
    { title: say(equipmentWords, 'name'), render: (_, { name }) => inWords(name) },
    { title: t('status'), render: (_, equipment) => <EquipmentState equipment={equipment} /> },
    { title: say(equipmentWords, 'kind'), render: (_, { kind }) => of(equipmentKindWords, kind) },
    { title: say(equipmentWords, 'place'), render: (_, { site, place }) => `${siteName(site)} · ${inWords(place) ?? ''}` },
    { title: say(equipmentWords, 'responsible'), render: (_, { responsible }) => nameOf(responsible) },
    {
      title: say(equipmentWords, 'next'),
      render: (_, { next }) =>
        next && (
          <span>
            <span className="figure">{next.dueOn}</span> {inWords(next.title)}
          </span>
        ),
    },
  ]; // prettier-ignore
  return (
    <div className="page stack">
      <ListHead
        title={t('equipment')}
        lead={say(equipmentWords, 'lead')}
        searchLabel={say(equipmentWords, 'search')}
        shown={shown}
        nameOf={(one) => say(equipmentWords, one)}
      >
        {user.commands.includes('register-equipment') && (
          <ActionButton
            type="primary"
            operation="/equipment"
            title={say(equipmentWords, 'register')}
            refresh={['equipment']}
            onDone={({ id }) => void go(`/equipment/${String(id)}`)}
          />
        )}
      </ListHead>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(equipmentWords, 'none')} />
    </div>
  );
}
