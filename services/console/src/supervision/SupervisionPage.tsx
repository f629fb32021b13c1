import { Card, Table } from 'antd';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call, query } from '../api/client.ts';
import { useDepartments } from '../api/ticket-queries.ts';
import type { DepartmentView } from '../api/views.ts';
import { PageHead } from '../look/PageHead.tsx';
import { useWords } from '../words/use-words.ts';
import { ShortList } from '../work/ShortList.tsx';

interface Load {
  readonly department: DepartmentView;
  readonly open: number | undefined;
  readonly toAccept: number | undefined;
  readonly inReview: number | undefined;
}

/** At a glance: what is late, what is due next, who has how much. */
export function Page() {
  const { t } = useWords();
  return (
    <div className="page stack">
      <PageHead title={t('supervision')} />
      <div className="boards">
        <ShortList title={t('overdue')} parameters={{ open: true, overdue: true, sort: 'due' }} more="/work/overdue" />
        <ShortList
          title={t('dueNext')}
          parameters={{ open: true, overdue: false, held: false, sort: 'due' }}
          more="/work/due-next"
        />
        <ShortList title={t('urgent')} parameters={{ level: 'urgent', open: true, sort: 'due' }} more="/work/urgent" />
        <ShortList title={t('held')} parameters={{ open: true, held: true, sort: 'due' }} more="/work/held" />
      </div>
      <Departments />
    </div>
  );
}

function Departments() {
  const { t } = useWords();
  const departments = useDepartments();
  const wanted = [{ open: true }, { status: 'dispatched' }, { awaits: 'approve-result' }];
  const counts = useQueries({
    queries: departments.flatMap(({ code }) =>
      wanted.map((filter) => ({
        queryKey: ['tickets', 'count', { department: code, ...filter }],
        queryFn: () => call<{ count: number }>('GET', `/tickets/count${query({ department: code, ...filter })}`),
        staleTime: 10_000,
      })),
    ),
  });
  const loads = departments.map((department, place): Load => {
    const [open, toAccept, inReview] = wanted.map((_, which) => counts[place * wanted.length + which]?.data?.count);
    return { department, open, toAccept, inReview };
  });
  const figure = (value: number | undefined) => <span className="figure">{value ?? ''}</span>;
  return (
    <Card size="small" title={t('byDepartment')} styles={{ body: { padding: 0 } }}>
      <Table<Load>
        size="small"
        rowKey={({ department }) => department.code}
        pagination={false}
        dataSource={loads.toSorted((a, b) => (b.open ?? 0) - (a.open ?? 0))}
        columns={[
          {
            title: t('department'),
            render: (_, { department }) => (
              <Link to={`/work/all?open=true&department=${department.code}`}>{department.name}</Link>
            ),
          },
          { title: t('openTickets'), align: 'end', render: (_, { open }) => figure(open) },
          { title: t('toAccept'), align: 'end', render: (_, { toAccept }) => figure(toAccept) },
          { title: t('toReview'), align: 'end', render: (_, { inReview }) => figure(inReview) },
        ]}
      />
    </Card>
  );
}
