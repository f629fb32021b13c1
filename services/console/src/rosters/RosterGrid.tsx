import { Popover, Tooltip } from 'antd';
import { ScrollX } from '../look/ScrollX.tsx';
import { absenceWords, rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import { AddPerson } from './AddPerson.tsx';
import { CellPicker } from './CellPicker.tsx';
import type { RosterDayView, RosterView } from './roster-views.ts';
import './rosters.css';

interface GridProps {
  readonly roster: RosterView;
  readonly nameOf: (account: string) => string;
  readonly mayPlan: boolean;
}

/** A line for each person, a column for each date; whoever plans picks what somebody has. */
export function RosterGrid({ roster, nameOf, mayPlan }: GridProps) {
  const { days, people, absences } = roster;
  const awayOn = new Map(absences.map((one) => [`${one.account} ${one.date}`, one.kind ?? 'away']));
  return (
    <>
      <ScrollX>
        <table className="roster">
          <thead>
            <tr>
              <th />
              {days.map((day) => (
                <DayHead key={day.date} day={day} />
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ account, days: own }) => (
              <tr key={account}>
                <th scope="row">{nameOf(account)}</th>
                {days.map((day) => (
                  <Cell
                    key={day.date}
                    roster={roster}
                    day={day}
                    account={account}
                    shifts={own[day.date]}
                    away={awayOn.get(`${account} ${day.date}`)}
                    mayPlan={mayPlan}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      {mayPlan && <AddPerson roster={roster} />}
    </>
  );
}

/** Holidays and make-up workdays stand out, as on a calendar on the wall. */
function DayHead({ day: { date, rule, works, published } }: { readonly day: RosterDayView }) {
  const { say, language } = useWords();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  const mark = rule === 'holiday' ? say(rosterWords, 'holiday') : rule === 'make-up' ? say(rosterWords, 'makeUp') : undefined;
  return (
    <th className={`${works ? '' : 'free'} ${published ? '' : 'open'}`}>
      <Tooltip title={mark}>
        <span className="figure">{Number(date.slice(8))}</span>
        <br />
        {weekday}
        {mark && <span className="mark">{mark.slice(0, 1)}</span>}
      </Tooltip>
    </th>
  );
}

interface CellProps {
  readonly roster: RosterView;
  readonly day: RosterDayView;
  readonly account: string;
  readonly shifts: readonly string[] | undefined;
  readonly away: string | undefined;
  readonly mayPlan: boolean;
}

function Cell({ roster, day, account, shifts, away, mayPlan }: CellProps) {
  const { say, of } = useWords();
  const names = shifts?.map((code) => roster.shifts.find((one) => one.code === code)?.name ?? code);
  const text = names === undefined ? '' : names.length === 0 ? say(rosterWords, 'dayOff') : names.join('+');
  const why = away && (away === 'away' ? say(rosterWords, 'away') : of(absenceWords, away));
  const kind = shifts === undefined ? 'unplanned' : shifts.length === 0 ? 'off' : 'on';
  const shown = (
    <Tooltip title={why}>
      <span>{text || ' '}</span>
    </Tooltip>
  );
  return (
    <td className={`${kind} ${day.published ? '' : 'open'} ${away ? 'away' : ''}`}>
      {mayPlan ? (
        <Popover
          trigger="click"
          destroyOnHidden
          content={<CellPicker roster={roster} account={account} date={day.date} published={day.published} />}
        >
          <button type="button" aria-label={`${day.date} ${text || say(rosterWords, 'notPlanned')}`}>
            {shown}
          </button>
        </Popover>
      ) : (
        shown
      )}
    </td>
  );
}
