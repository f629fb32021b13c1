import type { PublishRoster } from '@ledgerline/contracts';
import { datesOfMonth, dayAfter, isPublished, onDays } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { onThere, type OnRoster } from '../on-roster.js';
import { shiftsUsed, whyAgainstTheLaw, whyNotPlanned } from '../plan-roster/plan-roster.decision.js';
import { findingsOf, type RosterBasis } from '../roster-basis.js';

/** From then on it holds, everybody sees their own, and pay counts by its days off (R13.2). */
export function publishRoster(basis: RosterBasis): OnRoster<PublishRoster> {
  return onThere((body, roster) => {
    const dates = datesOfMonth(roster.month);
    const { through = dates.at(-1) as string } = body;
    if (!dates.includes(through)) return rejected('not-within-the-month', { date: through, month: roster.month });
    if (isPublished(through, roster)) return rejected('day-is-published', { date: through });
    const from = roster.publishedThrough === undefined ? (dates[0] as string) : dayAfter(roster.publishedThrough, 1);
    const planned = onDays(roster.people, (date) => from <= date && date <= through);
    if (planned.length === 0) return rejected('nothing-planned', { from, through });
    // Since they were planned the shift book may have lost a shift, or given it other times.
    const findings = findingsOf(roster, basis, { from, through });
    const refusal = whyNotPlanned(planned, roster, basis) ?? whyAgainstTheLaw(findings, basis);
    if (refusal !== undefined) return refusal;
    const shifts = shiftsUsed({ ...roster, publishedThrough: through }, basis);
    return [{ type: 'RosterPublished', data: { edition: roster.edition + 1, through, shifts, findings } }];
  });
}
