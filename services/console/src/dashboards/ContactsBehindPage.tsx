import { Tag, type TableColumnsType } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { usePages } from '../api/pages.ts';
import { PagedTable } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { dashboardWords, dimensionWords, figureWords, reportWords } from '../words/report-words.ts';
import { callOutcomeWords } from '../words/telephony-words.ts';
import { useWords } from '../words/use-words.ts';
import { figureText } from './figure-text.ts';
import { useGroupName } from './use-group-name.ts';

interface Behind {
  readonly id: string;
  readonly at: string;
  readonly queue: string | null;
  readonly agent: string | null;
  readonly outcome: string;
  readonly waitSeconds: number | null;
  readonly handlingSeconds: number | null;
}

/** The calls behind a number of a report: the same question, narrowed to what was counted. */
export function Page() {
  const words = useWords();
  const { t, of, say } = words;
  const { report = '' } = useParams();
  const [search] = useSearchParams();
  const parameters = Object.fromEntries(search);
  const list = usePages<Behind>(['reports', report, 'contacts'], `/reports/${encodeURIComponent(report)}/contacts`, parameters);
  const { cell = '', from: _from, to: _to, ...where } = parameters;
  const agents = [...list.items.map(({ agent }) => agent), where['agent']].filter((one) => typeof one === 'string');
  const nameOf = useGroupName(agents);
  const seconds = (name: 'waitSeconds' | 'handlingSeconds') => (_: unknown, one: Behind) => (
    <span className="figure">{figureText(name, one[name], words)}</span>
  );
  // A call that was passed on stands there once for each queue.
  const items = list.items.map((one) => ({ ...one, key: `${one.id} ${one.at}` }));
  const columns: TableColumnsType<Behind> = [
    { title: t('at'), render: (_, { at }) => <Instant at={at} seconds /> },
    { title: of(dimensionWords, 'queue'), render: (_, { queue }) => (queue === null ? '–' : nameOf('queue', queue)) },
    { title: of(dimensionWords, 'outcome'), render: (_, { outcome }) => of(callOutcomeWords, outcome) },
    { title: of(dimensionWords, 'agent'), render: (_, { agent }) => (agent === null ? '' : nameOf('agent', agent)) },
    { title: say(dashboardWords, 'waited'), align: 'end', render: seconds('waitSeconds') },
    { title: say(dashboardWords, 'handled'), align: 'end', render: seconds('handlingSeconds') },
  ];
  return (
    <div className="page stack">
      <PageHead title={`${of(reportWords, report)} · ${of(figureWords, cell)}`} />
      <div className="row-end">
        {Object.entries(where).map(([column, value]) => (
          <Tag key={column}>
            {of(dimensionWords, column)}
            {t('colon')}
            {nameOf(column, value)}
          </Tag>
        ))}
      </div>
      <PagedTable list={{ ...list, items }} columns={columns} rowKey="key" empty={t('nothingHere')} />
    </div>
  );
}
