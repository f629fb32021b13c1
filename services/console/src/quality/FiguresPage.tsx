import { useQuery } from '@tanstack/react-query';
import { Alert, Segmented, Table, type TableColumnsType } from 'antd';
import { useSearchParams } from 'react-router';
import { call, codeOf, query } from '../api/client.ts';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { PageHead } from '../look/PageHead.tsx';
import { ScrollX } from '../look/ScrollX.tsx';
import { qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import { QualityTabs } from './QualityTabs.tsx';
import { useMarkNames } from './use-mark-names.ts';

interface Figures {
  readonly inspections: number;
  readonly points: number;
  readonly outOf: number;
  readonly average?: number;
  readonly passed: number;
  readonly fatal: number;
  readonly appeals: number;
  readonly granted: number;
}
interface Line {
  readonly group: Readonly<Record<string, string>>;
  readonly figures: Figures;
}

/** Ways to look at it; each in the address as `by`. */
const ways = ['agent', 'team', 'month', 'criterion', 'fatal'] as const;
const words = { agent: 'agent', team: 'team', month: 'byMonth', criterion: 'criterion', fatal: 'fatal' } as const;

/** How well it is done: by whom, in which team, month by month, at what. One's own, or what one answers for. */
export function Page() {
  const { t, say, problem } = useWords();
  const departmentName = useDepartmentName();
  const [search, setSearch] = useSearchParams();
  const by = ways.find((one) => one === search.get('by')) ?? 'month';
  const now = new Date();
  const asked = { from: monthOf(now, -11), to: monthOf(now, 0), by };
  const { data, error } = useQuery({
    queryKey: ['inspections', 'figures', asked],
    queryFn: ({ signal }) =>
      call<{ readonly items: readonly Line[]; readonly total: Figures }>('GET', `/inspections/figures${query(asked)}`, {
        signal,
      }),
    placeholderData: (before) => before,
  });
  const lines = data?.items ?? [];
  const nameOf = usePeople(lines.map(({ group }) => group['agent']));
  const nameOfMark = useMarkNames();
  const called = ({ group }: Line) => {
    const code = group[by] ?? '';
    if (by === 'agent') return nameOf(code);
    if (by === 'team') return departmentName(code);
    return by === 'month' ? code : nameOfMark(code);
  };
  const figure =
    (of: (figures: Figures) => React.ReactNode) =>
    (_: unknown, { figures }: Line) => <span className="figure">{of(figures)}</span>;
  const columns: TableColumnsType<Line> = [
    { title: say(qualityWords, words[by]), render: (_, line) => called(line) },
    { title: say(qualityWords, 'counted'), render: figure(({ inspections }) => inspections) },
    { title: say(qualityWords, 'average'), render: figure(({ average }) => percent(average)) },
    { title: say(qualityWords, 'passed'), render: figure(({ passed, inspections }) => percent(passed / inspections)) },
    { title: say(qualityWords, 'fatal'), render: figure(({ fatal }) => fatal) },
    { title: say(qualityWords, 'appeal'), render: figure(({ appeals }) => appeals) },
    { title: say(qualityWords, 'granted'), render: figure(({ granted }) => granted) },
  ];
  return (
    <div className="page stack">
      <PageHead title={t('quality')}>
        <Segmented
          value={by}
          onChange={(next) => setSearch({ by: next }, { replace: true })}
          options={ways.map((value) => ({ value, label: say(qualityWords, words[value]) }))}
        />
      </PageHead>
      <QualityTabs />
      {error && <Alert type="warning" showIcon role="alert" title={problem(codeOf(error))} />}
      <ScrollX>
        <Table<Line>
          size="small"
          rowKey={({ group }) => JSON.stringify(group)}
          columns={columns}
          dataSource={[...lines]}
          pagination={false}
          locale={{ emptyText: say(qualityWords, 'none') }}
        />
      </ScrollX>
      {data && (
        <p className="quiet">
          {say(qualityWords, 'total')}
          {t('colon')}
          {say(qualityWords, 'counted')} {data.total.inspections} · {say(qualityWords, 'average')} {percent(data.total.average)} ·{' '}
          {say(qualityWords, 'fatal')} {data.total.fatal}
        </p>
      )}
    </div>
  );
}

function percent(share: number | undefined): string {
  return share === undefined || Number.isNaN(share) ? '' : `${Math.round(share * 1_000) / 10}%`;
}

/** `2026-03`, some months from a day. */
function monthOf(day: Date, offset: number): string {
  const month = new Date(Date.UTC(day.getFullYear(), day.getMonth() + offset, 1));
  return month.toISOString().slice(0, 7);
}
