import { DeleteOutlined } from '@ant-design/icons';
import { Button, Card, DatePicker } from 'antd';
import type dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import { usePlace } from './editing.tsx';
import { step } from './json-pointer.ts';

interface DatesAtProps {
  readonly at: string;
  readonly label: string;
  /** What a new date begins with. */
  readonly blank: unknown;
  readonly field: (at: string, date: string) => ReactNode;
}

/** A member by dates: each with a field of its own, in their order. */
export function DatesAt({ at, label, blank, field }: DatesAtProps) {
  const { t } = useWords();
  const { value = {}, set } = usePlace<Readonly<Record<string, unknown>>>(at);
  const add = (date: dayjs.Dayjs | null) => date && set({ ...value, [date.format('YYYY-MM-DD')]: blank });
  const without = (date: string) => Object.fromEntries(Object.entries(value).filter(([one]) => one !== date));
  return (
    <Card size="small" title={label} role="group" aria-label={label}>
      {Object.keys(value)
        .toSorted()
        .map((date) => (
          <div key={date} className="document-row">
            <div className="grow">{field(`${at}/${step(date)}`, date)}</div>
            <span className="row-buttons">
              <Button icon={<DeleteOutlined />} aria-label={`${t('remove')} ${date}`} onClick={() => set(without(date))} />
            </span>
          </div>
        ))}
      <DatePicker value={null} onChange={add} placeholder={t('addDate')} aria-label={`${label} ${t('addDate')}`} />
    </Card>
  );
}
