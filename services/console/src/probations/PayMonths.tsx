import { useQuery } from '@tanstack/react-query';
import { Card, Table, Tag, type TableColumnsType } from 'antd';
import { call } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import { ScrollX } from '../look/ScrollX.tsx';
import { payWarningWords, probationWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import { yuan } from './yuan.ts';
import type { PayMonthView } from './probation-views.ts';

/** What each month is worth by the rule, and by the method of 21.75 days beside it. */
export function PayMonths({ id }: { readonly id: string }) {
  const { say, of } = useWords();
  const { data, isPending } = useQuery({
    queryKey: ['probations', 'pay', id],
    queryFn: ({ signal }) => call<Page<PayMonthView>>('GET', `/probations/${id}/pay`, { signal }),
  });
  const figure = (text: string | number) => <span className="figure">{text}</span>;
  const columns: TableColumnsType<PayMonthView> = [
    { title: say(probationWords, 'month'), render: (_, { month, over }) => <span className={over ? '' : 'quiet'}>{month}</span> },
    { title: say(probationWords, 'days'), render: (_, { divisor, restDays }) => figure(`${divisor} / ${restDays}`) },
    {
      title: say(probationWords, 'restDaysBy'),
      render: (_, { restDaysBy }) =>
        restDaysBy.map(({ kind, code, edition, days }) => (
          <div key={`${kind} ${code}`}>
            {kind === 'roster' ? say(probationWords, 'byRoster', { code, n: edition ?? 0, days }) : say(probationWords, 'byCalendar', { code, days })}
          </div>
        )),
    },
    { title: say(probationWords, 'worked'), render: (_, { workingHalves, awayHalves }) => figure(`${workingHalves / 2} − ${awayHalves / 2}`) },
    { title: say(probationWords, 'dailyWage'), render: (_, { dailyWage }) => figure(yuan(dailyWage)) },
    { title: say(probationWords, 'amount'), render: (_, { amount }) => <strong className="figure">{yuan(amount)}</strong> },
    { title: say(probationWords, 'standard'), render: (_, { standard }) => figure(`${yuan(standard.dailyWage)} · ${yuan(standard.amount)}`) },
    {
      title: say(probationWords, 'warnings'),
      render: (_, { warnings }) =>
        warnings.map((warning) => (
          <Tag key={warning} color="volcano">
            {of(payWarningWords, warning)}
          </Tag>
        )),
    },
  ];
  return (
    <Card size="small" title={say(probationWords, 'payMonths')}>
      <ScrollX>
        <Table size="small" loading={isPending} dataSource={[...(data?.items ?? [])]} columns={columns} rowKey="month" pagination={false} />
      </ScrollX>
    </Card>
  );
} // prettier-ignore
