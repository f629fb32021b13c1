import type { ClockConditions, ClockName, ClockRule, Policy } from '../policy/policy.js';

/** A rule with its place in the policy's list. */
export interface SelectedRule {
  readonly rule: ClockRule;
  readonly place: number;
}

/** The most specific rule wins: most `when` fields given. Two with equal counts that can both match are no policy (`faultsOfPolicy`). */
export function selectRule({ clocks }: Policy, clock: ClockName, facts: ClockConditions): SelectedRule | undefined {
  let best: (SelectedRule & { readonly given: number }) | undefined;
  for (const [place, rule] of clocks.entries()) {
    if (rule.clock !== clock) continue;
    const conditions = Object.entries(rule.when ?? {});
    if (!conditions.every(([fact, value]) => facts[fact as keyof ClockConditions] === value)) continue;
    if (best === undefined || conditions.length > best.given) best = { rule, place, given: conditions.length };
  }
  return best && { rule: best.rule, place: best.place };
}
