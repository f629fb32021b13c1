import { Card, InputNumber } from 'antd';
import { useState } from 'react';
import { useWords, type ScreenWord } from '../words/use-words.ts';
import { dayOf, monthOf, type CalendarBody, type DayKind } from './calendar-days.ts';
import './calendar.css';

const legend: readonly (readonly [DayKind, ScreenWord])[] = [
  ['work', 'workday'],
  ['rest', 'restDay'],
  ['holiday', 'holiday'],
  ['make-up', 'makeUpDay'],
  ['exception', 'exceptionDay'],
];
const weekdays = { zh: ['一', '二', '三', '四', '五', '六', '日'], en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] } as const;

/** A year at a glance: when people work, when they do not, and which weekends they make up for. */
export function CalendarYear({ calendar }: { readonly calendar: CalendarBody }) {
  const { t, language } = useWords();
  const [year, setYear] = useState(new Date().getFullYear());
  const wordOf = new Map(legend);
  return (
    <Card
      size="small"
      title={`${t('calendar')} · ${calendar.timeZone ?? ''}`}
      extra={
        <InputNumber aria-label={t('year')} min={2000} max={2100} value={year} onChange={(value) => value && setYear(value)} />
      }
    >
      <ul className="legend">
        {legend.map(([kind, word]) => (
          <li key={kind}>
            <span className={`day ${kind}`} aria-hidden="true" /> {t(word)}
          </li>
        ))}
      </ul>
      <div className="year">
        {Array.from({ length: 12 }, (_, place) => place + 1).map((month) => (
          <table key={month}>
            <caption>
              {language === 'zh' ? `${month}月` : new Date(year, month - 1, 1).toLocaleString('en', { month: 'long' })}
            </caption>
            <thead>
              <tr>
                {weekdays[language].map((day) => (
                  <th key={day} scope="col">
                    {day}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks(monthOf(year, month)).map((week, row) => (
                <tr key={row}>
                  {week.map((date, column) => {
                    if (date === undefined) return <td key={column} />;
                    const { kind, shifts } = dayOf(calendar, date);
                    const word = wordOf.get(kind);
                    const hours = shifts.map((shift) => shift.join('–')).join(' ');
                    return (
                      <td key={date} className={`day ${kind}`} title={`${date} ${word ? t(word) : ''} ${hours}`}>
                        {Number(date.slice(8))}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Card>
  );
}

function weeks<Day>(days: readonly Day[]): readonly (readonly Day[])[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, row) => days.slice(row * 7, row * 7 + 7));
}
