import type { ClockConditions, ClockName, ClockRule, Policy } from '../policy/policy.js';

/** A rule with its place in the policy's list. */
export interface SelectedRule {
  readonly rule: ClockRule;
  readonly place: number;
}

interface Candidate extends SelectedRule {
  readonly conditions: readonly (readonly [keyof ClockConditions, string])[];
}

/**
 * The most specific rule wins: most `when` fields given. Two with equal counts that can both match are no policy (`faultsOfPolicy`).
 *
 * @param department whose clock it is, where it is a department's
 */
export function selectRule(
  policy: Policy,
  clock: ClockName,
  facts: ClockConditions,
  department = facts.department,
): SelectedRule | undefined {
  for (const candidate of candidatesOf(policy).get(clock) ?? none)
    if (areMet(candidate.conditions, facts, department)) return candidate;
  return undefined;
}

const none: readonly Candidate[] = [];

function areMet(conditions: Candidate['conditions'], facts: ClockConditions, department: string | undefined): boolean {
  for (const [fact, value] of conditions) if ((fact === 'department' ? department : facts[fact]) !== value) return false;
  return true;
}

/** Of each policy its rules by clock, the most specific first: a policy is asked about again and again, and never changes. */
const known = new WeakMap<Policy, ReadonlyMap<ClockName, readonly Candidate[]>>();

function candidatesOf(policy: Policy): ReadonlyMap<ClockName, readonly Candidate[]> {
  const before = known.get(policy);
  if (before) return before;
  const rules = policy.clocks.map((rule, place): Candidate => {
    return { rule, place, conditions: Object.entries(rule.when ?? {}) as unknown as Candidate['conditions'] };
  });
  const sorted = rules.toSorted((a, b) => b.conditions.length - a.conditions.length || a.place - b.place);
  const candidates = Map.groupBy(sorted, ({ rule }) => rule.clock);
  known.set(policy, candidates);
  return candidates;
}
