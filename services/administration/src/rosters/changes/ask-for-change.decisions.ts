import type { RequestShiftChange, RequestSwap, WithdrawShiftChange } from '@ledgerline/contracts';
import {
  dateAt,
  isPublished,
  mostRosterChanges,
  powerOf,
  shiftsOfRoster,
  shiftsOn,
  type AskedChange,
  type ShiftRoster,
} from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';
import { onThere, type OnRoster } from '../on-roster.js';
import { openChange } from './open-change.js';

/** R12: a swap (换班) is asked of a colleague. @param other their account; undefined where there is none */
export function requestSwap(other: string | undefined): OnRoster<RequestSwap> {
  return onThere(({ date, withDate = date, reason, with: named }, roster, by) => {
    const account = powerOf(by);
    if (other === undefined) return rejected('unknown-person', { person: named });
    if (other === account) return rejected('swaps-with-themselves');
    const asked = { date, with: other, withDate };
    const refusal = whyNotAsked(account, asked, roster, by.at) ?? whyNotAsked(other, { date: withDate }, roster, by.at);
    if (refusal !== undefined) return refusal;
    const { person } = roster;
    return [{ type: 'RosterChangeRequested', data: { person, request: roster.changes.length + 1, account, ...asked, reason } }];
  });
}

/** Other shifts, or a day off, that nobody has to give up anything for: a team leader decides. */
export function requestShiftChange(book: Pick<ShiftRoster, 'shifts'>['shifts']): OnRoster<RequestShiftChange> {
  return onThere(({ date, shifts, reason }, roster, by) => {
    const account = powerOf(by);
    const refusal = whyNotAsked(account, { date }, roster, by.at);
    if (refusal !== undefined) return refusal;
    const known = shiftsOfRoster(roster, book).map(({ code }) => code);
    const strange = shifts.find((one) => !known.includes(one));
    if (strange !== undefined) return rejected('unknown-shift', { shift: strange });
    const { person } = roster;
    return [
      { type: 'RosterChangeRequested', data: { person, request: roster.changes.length + 1, account, date, shifts, reason } },
    ];
  });
}

export const withdrawShiftChange: OnRoster<WithdrawShiftChange> = onThere(({ request }, roster, by) => {
  const found = openChange(request, roster, powerOf(by));
  if ('rejection' in found) return found;
  return found.account === powerOf(by) ? [{ type: 'RosterChangeWithdrawn', data: { request } }] : rejected('not-your-request');
});

/** Of one's own days that are published and not over, and not while one has asked already. */
function whyNotAsked(account: string, { date }: AskedChange, roster: ShiftRoster, at: string): Rejection | undefined {
  if (date < dateAt(at, roster)) return rejected('date-has-passed', { date });
  if (!isPublished(date, roster)) return rejected('day-is-not-published', { date });
  if (shiftsOn(account, date, roster.people) === undefined) return rejected('not-on-the-roster', { person: account, date });
  if (roster.changes.length >= mostRosterChanges) return rejected('too-many-changes', { most: mostRosterChanges });
  const isOpen = roster.changes.some(
    (one) => one.account === account && one.date === date && ['asked', 'agreed'].includes(one.state),
  );
  return isOpen ? rejected('change-already-asked', { date }) : undefined;
}
