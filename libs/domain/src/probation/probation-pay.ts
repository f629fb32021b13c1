import { isErased } from '@ledgerline/kernel';
import { exactFen } from './exact-fen.js';
import type { PublishedDays } from '../roster/published-days.js';
import { employeeDays } from './employee-days.js';
import { awayDays } from './leave.js';
import { payStatement, type PayStatement, type WageFrom } from './pay-statement.js';
import type { Probation } from './probation.js';
import { dayAfter } from './probation-steps.js';
import { localMinimumOn, type ProbationRule } from './probation-rule.js';
import { monthsOf, type WorkingDays } from './working-days.js';

/** The last day for which wages of a probation are paid; undefined of one that never was. */
export function paidThrough({ status, lastDay, regular, ending }: Probation): string | undefined {
  if (status === 'annulled') return undefined;
  if (ending !== undefined) return ending.endsOn;
  return regular === undefined ? lastDay : dayAfter(regular.on, -1);
}

export interface PayBasis {
  /** The calendar's days. */
  readonly roster: WorkingDays;
  /** What their department has published for them. */
  readonly published: readonly PublishedDays[];
  /** The rule in force now: whatever a probation began under, the local minimum is that of the day. */
  readonly minimums: Pick<ProbationRule, 'pay'>;
}

/** Month by month what a probation is worth; undefined where the wages were erased. */
export function statementsOf(
  probation: Probation,
  { roster: calendar, published, minimums }: PayBasis,
): readonly PayStatement[] | undefined {
  const wages = wagesOf(probation);
  const to = paidThrough(probation);
  if (wages === undefined || to === undefined || to < probation.reportsOn) return wages === undefined ? undefined : [];
  const { reportsOn: from } = probation;
  const minimumOn = (date: string) => localMinimumOn(minimums, date);
  const away = awayDays(probation);
  const roster = employeeDays(calendar, published, new Set(away.map(({ date }) => date)));
  const terms = { from, to, wages, away, roster, minimumOn };
  return monthsOf(from, to).map((month) => payStatement(month, terms));
}

function wagesOf({ pay, payChanges, reportsOn }: Probation): readonly WageFrom[] | undefined {
  if (isErased(pay)) return undefined;
  const changes = payChanges.flatMap(({ from, pay: changed }) =>
    isErased(changed) ? [] : [{ from, monthly: changed.probation }],
  );
  return [{ from: reportsOn, monthly: pay.probation }, ...changes.toSorted((a, b) => (a.from < b.from ? -1 : 1))];
}

/** R13.2: of what a regular employee gets for a festival, so many percent. */
export function festivalBonus(regular: number, percent: number): number {
  return exactFen(BigInt(regular), BigInt(percent), 100n);
}
