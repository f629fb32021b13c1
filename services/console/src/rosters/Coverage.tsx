import { Card } from 'antd';
import { ScrollX } from '../look/ScrollX.tsx';
import { rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { RosterDayView, RosterView } from './roster-views.ts';

/** A line for each day, a mark for each half hour: where too few are planned is seen at a glance. */
export function Coverage({ roster: { days, findings } }: { readonly roster: RosterView }) {
  const { say } = useWords();
  // Who is told what is published alone does not know who will be there on the other days.
  const known = days.filter(({ published }) => published || findings !== undefined);
  const planned = known.filter((day) => [...day.planned, ...day.least].some((count) => count > 0));
  if (planned.length === 0) return null;
  return (
    <Card size="small" title={say(rosterWords, 'coverage')}>
      <ScrollX>
        <div className="coverage-day" aria-hidden>
          <span className="figure" style={{ visibility: 'hidden' }}>
            {planned[0]?.date.slice(5)}
          </span>
          <span className="halves">
            {Array.from({ length: 24 }, (_, hour) => (
              <i key={hour} className="half hour">
                {hour}
              </i>
            ))}
          </span>
        </div>
        {planned.map((day) => (
          <DayCoverage key={day.date} day={day} />
        ))}
      </ScrollX>
      <span className="row-end">
        <i className="half short" /> {say(rosterWords, 'short')}
        <i className="half enough" /> {say(rosterWords, 'enough')}
      </span>
    </Card>
  );
}

function DayCoverage({ day: { date, planned, least } }: { readonly day: RosterDayView }) {
  const { say } = useWords();
  const shortOf = planned.filter((count, place) => count < (least[place] ?? 0)).length;
  return (
    <div className="coverage-day">
      <span className="figure">{date.slice(5)}</span>
      <span className="halves" role="img" aria-label={`${date} ${say(rosterWords, 'short')} ${String(shortOf)}`}>
        {planned.map((count, place) => {
          const wanted = least[place] ?? 0;
          const kind = count < wanted ? 'short' : count > 0 ? 'enough' : '';
          const time = `${String(Math.trunc(place / 2)).padStart(2, '0')}:${place % 2 === 0 ? '00' : '30'}`;
          return (
            <i key={time} className={`half ${kind}`} title={`${time} ${String(count)} / ${String(wanted)}`}>
              {kind === '' ? '' : count}
            </i>
          );
        })}
      </span>
    </div>
  );
}
