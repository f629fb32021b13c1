import { Button, Card, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { placeBehind } from '../dashboards/use-report.ts';
import { ScrollX } from '../look/ScrollX.tsx';
import { duration } from '../look/duration.ts';
import { processWords } from '../words/process-words.ts';
import { useWords } from '../words/use-words.ts';
import type { EdgeView, Leading, ProcessView, VariantView } from './process-view.ts';

type NameOf = (activity: string) => string;
type Edge = EdgeView & Leading;

interface EdgesProps {
  readonly title: string;
  readonly edges: readonly Edge[];
  readonly nameOf: NameOf;
}

/** Which activity follows which, how often, after how long. */
export function Edges({ title, edges, nameOf }: EdgesProps) {
  const words = useWords();
  const { say } = words;
  const time = (seconds: number) => <span className="figure">{duration(seconds, words)}</span>;
  const columns: TableColumnsType<Edge> = [
    { title: say(processWords, 'from'), render: (_, { from }) => nameOf(from) },
    { title: say(processWords, 'to'), render: (_, { to }) => nameOf(to) },
    {
      title: say(processWords, 'count'),
      align: 'end',
      render: (_, { count, tickets }) => (
        <span className="figure">
          <Link to={placeBehind(tickets, 'count')}>{count}</Link>
        </span>
      ),
    },
    { title: say(processWords, 'median'), align: 'end', render: (_, { medianSeconds }) => time(medianSeconds) },
    { title: say(processWords, 'mean'), align: 'end', render: (_, { meanSeconds }) => time(meanSeconds) },
    { title: say(processWords, 'sum'), align: 'end', render: (_, { count, meanSeconds }) => time(count * meanSeconds) },
  ];
  return (
    <Card size="small" title={title} styles={{ body: { padding: 0 } }}>
      <ScrollX>
        <Table<Edge>
          size="small"
          rowKey={({ from, to }) => `${from} ${to}`}
          rowClassName="still"
          columns={columns}
          dataSource={[...edges]}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        />
      </ScrollX>
    </Card>
  );
}

interface VariantsProps {
  readonly view: ProcessView;
  readonly nameOf: NameOf;
  readonly onMore: () => void;
}

/** Whole courses, the most frequent first. */
export function Variants({ view, nameOf, onMore }: VariantsProps) {
  const words = useWords();
  const { say } = words;
  const columns: TableColumnsType<VariantView> = [
    {
      title: say(processWords, 'course'),
      render: (_, { activities }) => (
        <span className="course">
          {activities.map((activity, place) => (
            <span key={place}>{nameOf(activity)}</span>
          ))}
        </span>
      ),
    },
    {
      title: say(processWords, 'cases'),
      align: 'end',
      render: (_, { cases, tickets }) => (
        <span className="figure">
          <Link to={placeBehind(tickets, 'cases')}>{cases}</Link>{' '}
          <span className="quiet">{((cases / view.cases) * 100).toFixed(1)}%</span>
        </span>
      ),
    },
    {
      title: say(processWords, 'mean'),
      align: 'end',
      render: (_, { meanSeconds }) => <span className="figure">{duration(meanSeconds, words)}</span>,
    },
  ];
  return (
    <Card size="small" title={`${say(processWords, 'variants')} ${view.variantCount}`} styles={{ body: { padding: 0 } }}>
      <ScrollX>
        <Table<VariantView>
          size="small"
          rowKey={({ activities }) => activities.join(' ')}
          rowClassName="still"
          columns={columns}
          dataSource={[...view.variants]}
          pagination={false}
        />
      </ScrollX>
      {view.variantCount > view.variants.length && view.variants.length < 200 && (
        <Button type="link" onClick={onMore}>
          {say(processWords, 'more')}
        </Button>
      )}
    </Card>
  );
}
