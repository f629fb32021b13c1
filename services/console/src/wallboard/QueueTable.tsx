import { Table, type TableColumnsType } from 'antd';
import { figureText } from '../dashboards/figure-text.ts';
import { telephonyWords } from '../words/telephony-words.ts';
import { useWords } from '../words/use-words.ts';
import { Elapsed } from './Elapsed.tsx';
import type { QueueView, WallboardView } from './wallboard-views.ts';

/** Queues, the most urgent first: who waits, and the day so far. */
export function QueueTable({ board: { queues, serviceLevel } }: { readonly board: WallboardView }) {
  const words = useWords();
  const { language, say } = words;
  const label = (word: keyof typeof telephonyWords) => say(telephonyWords, word);
  const figure =
    (name: 'offered' | 'answered' | 'abandonedShare' | 'speedOfAnswerSeconds') =>
    (_: unknown, { today }: QueueView) => <span className="figure">{figureText(name, today?.[name], words)}</span>;
  const columns: TableColumnsType<QueueView> = [
    { title: label('queue'), render: (_, one) => <strong>{one[language]}</strong> },
    { title: label('waiting'), align: 'end', render: (_, { waiting }) => <span className="figure board">{waiting}</span> },
    {
      title: label('longestWait'),
      align: 'end',
      render: (_, { longestSince }) =>
        longestSince === null ? '–' : <Elapsed since={longestSince} soon={serviceLevel.within} late={4 * serviceLevel.within} />,
    },
    { title: label('talking'), align: 'end', render: (_, { talking }) => <span className="figure">{talking}</span> },
    { title: label('offered'), align: 'end', render: figure('offered') },
    { title: label('answered'), align: 'end', render: figure('answered') },
    {
      title: label('serviceLevel'),
      align: 'end',
      render: (_, { today }) => {
        const reached = today?.serviceLevel ?? null;
        const isMissed = reached !== null && reached < serviceLevel.target;
        return <span className={isMissed ? 'figure late' : 'figure'}>{figureText('serviceLevel', reached, words)}</span>;
      },
    },
    { title: label('abandonment'), align: 'end', render: figure('abandonedShare') },
    { title: label('speedOfAnswer'), align: 'end', render: figure('speedOfAnswerSeconds') },
  ];
  return (
    <Table<QueueView>
      size="middle"
      rowKey="queue"
      columns={columns}
      dataSource={[...queues]}
      pagination={false}
      rowClassName="still"
      scroll={{ x: 'max-content' }}
    />
  );
}
