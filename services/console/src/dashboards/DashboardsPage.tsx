import { useQueries } from '@tanstack/react-query';
import { Card } from 'antd';
import { lazy, Suspense } from 'react';
import { kinds, levels, statuses } from '@ledgerline/contracts/words';
import { call, query } from '../api/client.ts';
import { useDepartments } from '../api/ticket-queries.ts';
import { PageHead } from '../look/PageHead.tsx';
import { kindWords, levelWords, statusWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Bar } from './BarChart.tsx';

const BarChart = lazy(async () => ({ default: (await import('./BarChart.tsx')).BarChart }));

/** Counts of what one may see now; each bar leads to its tickets. */
export function Page() {
  const { t, of } = useWords();
  const departments = useDepartments();
  return (
    <div className="page stack">
      <PageHead title={t('dashboards')} />
      <Suspense fallback={null}>
        <div className="boards">
          <Counted
            title={t('byStatus')}
            by="status"
            filter={{}}
            values={statuses.map((value) => [value, of(statusWords, value)])}
          />
          <Counted
            title={`${t('openTickets')} · ${t('byDepartment')}`}
            by="department"
            filter={{ open: true }}
            values={departments.map(({ code, name }) => [code, name])}
          />
          <Counted
            title={`${t('openTickets')} · ${t('byKind')}`}
            by="kind"
            filter={{ open: true }}
            values={kinds.map((value) => [value, of(kindWords, value)])}
          />
          <Counted
            title={`${t('openTickets')} · ${t('level')}`}
            by="level"
            filter={{ open: true }}
            values={levels.map((value) => [value, of(levelWords, value)])}
          />
        </div>
      </Suspense>
    </div>
  );
}

interface CountedProps {
  readonly title: string;
  readonly by: string;
  readonly filter: Readonly<Record<string, boolean>>;
  readonly values: readonly (readonly [string, string])[];
}

function Counted({ title, by, filter, values }: CountedProps) {
  const counts = useQueries({
    queries: values.map(([value]) => ({
      queryKey: ['tickets', 'count', { ...filter, [by]: value }],
      queryFn: () => call<{ count: number }>('GET', `/tickets/count${query({ ...filter, [by]: value })}`),
      staleTime: 10_000,
    })),
  });
  const bars = values.map(([value, label], place): Bar => ({
    label,
    count: counts[place]?.data?.count ?? 0,
    place: `/work/all${query({ ...filter, [by]: value })}`,
  }));
  return (
    <Card size="small" title={title}>
      <BarChart label={title} bars={bars} />
    </Card>
  );
}
