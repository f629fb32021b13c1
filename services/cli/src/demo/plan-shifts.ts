import { datesOfMonth } from '@ledgerline/domain';
import { requestOf, type Desk } from './desk.js';
import { zone } from './working-time.js';

const hour = 60 * 60 * 1_000;
const department = 'call-centre';
/** Whose days off begin one day later each. */
const people = ['wang.li', 'chen.jie', 'emily.clarke', 'sun.hao'];
const book = {
  shifts: [
    { code: 'early', name: '早班 Early', start: '08:00', end: '16:30', breaks: [{ from: '12:00', to: '12:30' }] },
    { code: 'late', name: '晚班 Late', start: '12:30', end: '21:00', breaks: [{ from: '17:00', to: '17:30' }] },
  ],
  staffing: [{ days: 'every-day', from: '09:00', to: '18:00', least: 2 }],
};

/** R12: this month's shifts of the call centre, published before it began, and a swap that waits for the team leader. @param anchor when the demo starts */
export async function planShifts(anchor: number, desk: Desk): Promise<void> {
  const month = Temporal.Instant.fromEpochMilliseconds(anchor).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth();
  const dates = datesOfMonth(month.toString());
  const id = `${department}-${month.toString()}`;
  desk.now = month
    .toPlainDate({ day: 1 })
    .toZonedDateTime({ timeZone: zone, plainTime: '10:00' })
    .subtract({ days: 8 }).epochMilliseconds;
  await give('sun.hao', 'set-shifts', `department-${department}`, book);
  await give('sun.hao', 'open-roster', id, { department, month: month.toString() });
  const cells = people.flatMap((person, nth) => dates.map((date) => ({ person, date, shifts: shiftsOn(date, nth) })));
  await give('sun.hao', 'plan-roster', id, { cells });
  await give('sun.hao', 'publish-roster', id, {});
  const last = dates.at(-1) as string;
  desk.now = anchor - 3 * hour;
  await give('chen.jie', 'request-swap', id, { date: last, with: 'wang.li', reason: '家里有事，想换班。' });
  desk.now = anchor - 2 * hour;
  await give('wang.li', 'agree-to-swap', id, { request: 1 });

  function give(who: string, call: string, of: string, body: object) {
    return desk.give('administration', call, requestOf(desk, { who, call, id: of, body }));
  }
}

/** Two days off a week; early and late by turns, a week each. */
function shiftsOn(date: string, nth: number): readonly string[] {
  const { dayOfWeek, weekOfYear = 0 } = Temporal.PlainDate.from(date);
  if ((dayOfWeek + nth) % 7 < 2) return [];
  return [(weekOfYear + nth) % 2 === 0 ? 'early' : 'late'];
}
