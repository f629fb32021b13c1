import { canonicalJson } from '@ledgerline/kernel';
import { clockNames, type ClockName, type ClockRule, type Policy } from '../policy/policy.js';

/** Of each clock that two policies judge alike: the calendars that it is then counted on. */
export type SameRules = ReadonlyMap<ClockName, readonly string[]>;

const noneIsSame: SameRules = new Map();

/**
 * Clocks of which the rules are the same in two policies, and those of the clocks that they are measured by. Warnings and escalations
 * do not change how a clock comes out; limits of the whole policy may, for any.
 */
export function sameRules(one: Policy | undefined, other: Policy | undefined): SameRules {
  if (one === undefined || other === undefined || limitsOf(one) !== limitsOf(other)) return noneIsSame;
  const isSame = (name: ClockName) => textOf(rulesOf(name, one)) === textOf(rulesOf(name, other));
  const same = new Map<ClockName, readonly string[]>();
  for (const name of clockNames) {
    const names = [...measuredBy(name, one)];
    if (!names.every(isSame)) continue;
    const calendars = names.flatMap((of) => rulesOf(of, one).map(({ calendar }) => calendar));
    same.set(name, [...new Set(calendars)].filter((code) => code !== 'elapsed')); // prettier-ignore
  }
  return same;
}

/** A clock, and those whose due time its own is made of. */
function measuredBy(name: ClockName, policy: Policy, found = new Set<ClockName>()): ReadonlySet<ClockName> {
  if (found.has(name)) return found;
  found.add(name);
  if (name === 'resolve') measuredBy('handle', policy, found); // by the extensions of its departments
  for (const { within } of rulesOf(name, policy)) if (typeof within !== 'string') measuredBy(within.of, policy, found);
  return found;
}

function rulesOf(name: ClockName, { clocks }: Policy): readonly ClockRule[] {
  return clocks.filter(({ clock }) => clock === name);
}

function textOf(rules: readonly ClockRule[]): string {
  return canonicalJson(rules.map(({ when = {}, within, calendar, holds = [] }) => ({ when, within, calendar, holds })));
}

function limitsOf({ limits, checkResults }: Policy): string {
  const { callerSilence = null, surveyAttempts = null, returnCallAttempts = null } = limits;
  return canonicalJson({ callerSilence, surveyAttempts, returnCallAttempts, checkResults });
}
