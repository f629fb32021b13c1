import { Card } from 'antd';
import { useState } from 'react';
import { ScrollX } from '../look/ScrollX.tsx';
import { rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import { AddPerson } from './AddPerson.tsx';
import { RosterCell } from './RosterCell.tsx';
import type { RosterDayView, RosterView } from './roster-views.ts';
import './rosters.css';

interface GridProps {
  readonly roster: RosterView;
  readonly nameOf: (account: string) => string;
  readonly mayPlan: boolean;
}

/** A line for each person, a column for each date; whoever plans picks what somebody has. */
export function RosterGrid({ roster, nameOf, mayPlan }: GridProps) {
  const { say, t } = useWords();
  const [picked, setPicked] = useState<string>();
  const [added, setAdded] = useState<readonly string[]>([]);
  const { days, people, absences } = roster;
  const awayOn = new Map(absences.map((one) => [`${one.account} ${one.date}`, one.kind ?? 'away']));
  const there = new Set(people.map(({ account }) => account));
  // Whoever was added has a line before they have a day.
  const withoutDays = added.filter((account) => !there.has(account)).map((account) => ({ account, days: {} }));
  const lines: RosterView['people'] = [...people, ...withoutDays];
  return (
    <Card
      size="small"
      title={t('rosters')}
      extra={mayPlan && <AddPerson roster={roster} onAdd={(account) => setAdded([...added, account])} />}
    >
      {lines.length === 0 && <span className="quiet">{say(rosterWords, 'nobodyPlanned')}</span>}
      <ScrollX>
        <table className="roster">
          <thead>
            <tr>
              <td />
              {days.map((day) => (
                <DayHead key={day.date} day={day} />
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ account, days: own }) => (
              <tr key={account}>
                <th scope="row">{nameOf(account)}</th>
                {days.map((day) => {
                  const key = `${account} ${day.date}`;
                  return (
                    <RosterCell
                      key={key}
                      roster={roster}
                      day={day}
                      account={account}
                      shifts={own[day.date]}
                      away={awayOn.get(key)}
                      mayPlan={mayPlan}
                      isPicked={picked === key}
                      onPick={(isPicked) => setPicked(isPicked ? key : undefined)}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </Card>
  );
}

/** Holidays and make-up workdays stand out, as on a calendar on the wall. */
function DayHead({ day: { date, rule, works, published } }: { readonly day: RosterDayView }) {
  const { say, language } = useWords();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  const mark = rule === 'holiday' ? say(rosterWords, 'holiday') : rule === 'make-up' ? say(rosterWords, 'makeUp') : undefined;
  return (
    <th scope="col" title={mark} className={`${works ? '' : 'free'} ${published ? '' : 'open'}`}>
      <span className="figure">{Number(date.slice(8))}</span>
      <br />
      {weekday}
      {mark && <span className="mark">{mark.slice(0, 1)}</span>}
    </th>
  );
}
