import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { call } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import { absenceWords, rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { OwnDayView } from './roster-views.ts';

const shownDays = 14;

/** What one has oneself in the next days. */
export function OwnShifts() {
  const { say, of } = useWords();
  const today = dayjs();
  const [from, through] = [today, today.add(shownDays - 1, 'day')].map((day) => day.format('YYYY-MM-DD'));
  const stretch = `from=${String(from)}&through=${String(through)}`;
  const { data } = useQuery({
    queryKey: ['rosters', 'mine', stretch],
    queryFn: ({ signal }) => call<Page<OwnDayView>>('GET', `/rosters/mine?${stretch}`, { signal }),
  });
  const items = data?.items ?? [];
  return (
    <Card size="small" title={say(rosterWords, 'mine')}>
      {items.length === 0 && <span className="quiet">{say(rosterWords, 'noneOfMine')}</span>}
      <ul className="lines">
        {items.map(({ date, roster, shifts, away }) => (
          <li key={`${date} ${roster}`} className="row-end">
            <Link to={`/rosters/${roster}`} className="figure">
              {date}
            </Link>
            <span className="grow" />
            {away && <Tag color="gold">{of(absenceWords, away)}</Tag>}
            <span className="figure">
              {shifts.length === 0
                ? say(rosterWords, 'dayOffLong')
                : shifts.map(({ start, end }) => `${start}–${end}`).join(' + ')}
            </span>
          </li>
        ))}
      </ul>
      {items.length > 0 && (
        <a href={`/api/v1/rosters/mine.ics?${stretch}`} download="shifts.ics">
          {say(rosterWords, 'calendarFile')}
        </a>
      )}
    </Card>
  );
}
