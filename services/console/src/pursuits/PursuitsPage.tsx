import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { usePages } from '../api/pages.ts';
import { ListHead } from '../look/ListHead.tsx';
import { PagedTable } from '../look/PagedTable.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useListView } from '../look/use-list-view.ts';
import { pursuitWords } from '../words/pursuit-words.ts';
import { useWords } from '../words/use-words.ts';
import { NextStep } from './NextStep.tsx';
import { OpenPursuit } from './OpenPursuit.tsx';
import { PursuitState } from './PursuitState.tsx';
import type { ListedPursuit, PursuitCollection } from './pursuit-views.ts';

/** What each view of the list asks for; it stands in the address as `view`. */
const views = { mine: { mine: true, open: true }, open: { open: true }, overdue: { overdue: true }, all: {} } as const;

const words = {
  leads: { title: 'leads', lead: 'leadsLead' },
  'at-risk-customers': { title: 'atRisk', lead: 'atRiskLead' },
} as const;

/** Sales leads (R9): who may buy, and what is done about it next. */
export function Leads() {
  return <Pursuits collection="leads" />;
}

/** Customers at risk (R9): who may leave, and what is done about it next. */
export function AtRiskCustomers() {
  return <Pursuits collection="at-risk-customers" />;
}

function Pursuits({ collection }: { readonly collection: PursuitCollection }) {
  const { t, say } = useWords();
  const inWords = useInWords();
  const departmentName = useDepartmentName();
  const { title, lead } = words[collection];
  const shown = useListView(views, 'mine');
  const list = usePages<ListedPursuit>([collection], `/${collection}`, shown.asked);
  const nameOf = usePeople(list.items.map(({ owner }) => owner));
  const columns: TableColumnsType<ListedPursuit> = [
    {
      title: say(pursuitWords, 'title'),
      render: (_, { id, title: named }) => <Link to={`/${collection}/${id}`}>{inWords(named)}</Link>,
    },
    { title: say(pursuitWords, 'customer'), render: (_, { name, phone }) => [name, phone].filter(Boolean).join(' · ') },
    { title: say(pursuitWords, 'stage'), render: (_, pursuit) => <PursuitState pursuit={pursuit} /> },
    { title: say(pursuitWords, 'next'), render: (_, pursuit) => <NextStep pursuit={pursuit} /> },
    { title: say(pursuitWords, 'owner'), render: (_, { owner }) => nameOf(owner) },
    { title: t('department'), render: (_, { department }) => departmentName(department) },
  ];
  return (
    <div className="page stack">
      <ListHead
        title={t(title)}
        lead={say(pursuitWords, lead)}
        searchLabel={say(pursuitWords, 'search')}
        shown={shown}
        nameOf={(one) => say(pursuitWords, one)}
      >
        <OpenPursuit collection={collection} type="primary" />
      </ListHead>
      <PagedTable list={list} columns={columns} rowKey="id" empty={say(pursuitWords, 'none')} />
    </div>
  );
}
