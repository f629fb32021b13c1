import { DatePicker, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { dashboardWords } from '../words/report-words.ts';
import { useWords } from '../words/use-words.ts';
import { periodIn, periodNameIn, periodNames } from './period.ts';
import type { Asked } from './use-asked.ts';

/** Over which days. Days that are chosen both belong to the period; the address names the day after the last. */
export function PeriodPicker({ asked: { search, set } }: { readonly asked: Asked }) {
  const { of, say } = useWords();
  const name = periodNameIn(search);
  const { from, to } = periodIn(search, dayjs());
  const choose = (next: string) => {
    const own = {
      from: from ?? dayjs().startOf('year').format('YYYY-MM-DD'),
      to: to ?? dayjs().add(1, 'day').format('YYYY-MM-DD'),
    };
    set(next === 'own' ? { period: undefined, ...own } : { period: next, from: undefined, to: undefined });
  };
  const chooseDays = (days: readonly (Dayjs | null)[] | null) => {
    const [first, last] = days ?? [];
    if (first && last) set({ period: undefined, from: first.format('YYYY-MM-DD'), to: last.add(1, 'day').format('YYYY-MM-DD') });
  };
  return (
    <>
      <Select
        size="middle"
        style={{ minWidth: 120 }}
        aria-label={say(dashboardWords, 'period')}
        value={name}
        onChange={choose}
        options={[
          ...periodNames.map((value) => ({ value, label: of(dashboardWords, value) })),
          { value: 'own' as const, label: say(dashboardWords, 'ownPeriod') },
        ]}
      />
      {name === 'own' && (
        <DatePicker.RangePicker
          size="middle"
          allowClear={false}
          aria-label={say(dashboardWords, 'ownPeriod')}
          value={[from === undefined ? null : dayjs(from), to === undefined ? null : dayjs(to).subtract(1, 'day')]}
          onChange={chooseDays}
        />
      )}
    </>
  );
}
