import { isErased } from '@ledgerline/kernel';
import type { GrantedLeave, Probation } from './probation.js';
import { isOn, type LeaveKind, type ProbationRule } from './probation-rule.js';
import type { AwayDay } from './pay-statement.js';
import { datesBetween, type WorkingDays } from './working-days.js';

/** Away from work: whole days, or half of one. Dates are working days of the roster. */
export interface LeaveAsked {
  readonly kind: LeaveKind;
  readonly dates: readonly string[];
  readonly half: boolean;
  readonly proof?: string;
}

/** Why a leave is not granted, by the rule's sentence; facts for whoever asks. */
export interface LeaveRefusal {
  readonly code:
    | 'no-home-leave' | 'no-marriage-leave' | 'proof-required' | 'no-working-day' | 'leave-overlaps' | 'longer-than-this-leave' | 'personal-leave-needs-the-chairman'; // prettier-ignore
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The working days between two dates, both with them. */
export function workingDates(from: string, to: string, roster: WorkingDays): readonly string[] {
  return datesBetween(from, to).filter((date) => roster.works(date));
}

/**
 * R13.3: personal leave at most so many days in all unless the chairman approves more; sick leave on proof; bereavement and marriage leave as a regular employee; no home
 * leave (it takes a year of service, 国发〔1981〕36号); no marriage leave only where the rule has turned that on against the law.
 */
export function whyNoLeave(asked: LeaveAsked, probation: Probation, rule: ProbationRule): LeaveRefusal | undefined {
  const { kind, dates, proof } = asked;
  if (kind === 'home') return { code: 'no-home-leave' };
  if (kind === 'marriage' && isOn(rule, 'no-marriage-leave'))
    return { code: 'no-marriage-leave', facts: { warning: 'marriage-leave-is-statutory' } };
  if (dates.length === 0) return { code: 'no-working-day' };
  const taken = new Set(leavesInForce(probation).flatMap((leave) => leave.dates));
  const twice = dates.find((date) => taken.has(date));
  if (twice !== undefined) return { code: 'leave-overlaps', facts: { date: twice } };
  const { needsProof, most } = rule.leave[kind];
  if (needsProof && proof === undefined) return { code: 'proof-required' };
  if (most === undefined) return undefined;
  const halves = halvesOf(asked);
  if (kind !== 'personal') return halves > 2 * most ? { code: 'longer-than-this-leave', facts: { most } } : undefined;
  const used = personalHalves(probation);
  return used + halves > 2 * most ? { code: 'personal-leave-needs-the-chairman', facts: { usedHalves: used, most } } : undefined;
}

export function halvesOf({ dates, half }: Pick<LeaveAsked, 'dates' | 'half'>): number {
  return half ? 1 : 2 * dates.length;
}

/** Half days of personal leave so far. */
export function personalHalves(probation: Probation): number {
  return leavesInForce(probation).reduce((sum, leave) => {
    const { about } = leave;
    return !isErased(about) && about.kind === 'personal' ? sum + halvesOf(leave) : sum;
  }, 0);
}

export function leavesInForce({ leaves }: Pick<Probation, 'leaves'>): readonly GrantedLeave[] {
  return leaves.filter(({ withdrawn }) => withdrawn !== true);
}

/** The days on which somebody was away, as their pay counts them. What was erased is paid: nothing says that it was not. */
export function awayDays(probation: Pick<Probation, 'leaves'>): readonly AwayDay[] {
  return leavesInForce(probation).flatMap(({ dates, half, about }) =>
    dates.map((date) => ({
      date,
      halves: half ? (1 as const) : (2 as const),
      payPercent: isErased(about) ? 100 : about.payPercent,
    })),
  );
}
