import { said, type Faults } from '../document/document-fault.js';

type Members = Readonly<Record<string, unknown>>;

/** A limit that is a fraction of another clock's needs that clock, which must not in the end need this one. */
export function checkFractions(rules: readonly Members[], faults: Faults): void {
  const needs = new Map<unknown, Set<unknown>>();
  for (const { clock, within } of rules) {
    const { of } = (typeof within === 'object' && within !== null ? within : {}) as Members;
    if (of !== undefined) needs.set(clock, (needs.get(clock) ?? new Set()).add(of));
  }
  const ruled = new Set(rules.map(({ clock }) => clock));
  for (const [place, { clock, within }] of rules.entries()) {
    const { of } = (typeof within === 'object' && within !== null ? within : {}) as Members;
    if (of === undefined) continue;
    const pointer = `/clocks/${place}/within/of`;
    if (!ruled.has(of)) faults.add(pointer, `no rule starts the clock ${said(of)}`, 'clock-without-rule');
    if (reaches(of, clock, needs)) faults.add(pointer, `goes in a circle: ${said(of)} depends on ${said(clock)}`, 'circle');
  }
}

function reaches(from: unknown, wanted: unknown, needs: ReadonlyMap<unknown, ReadonlySet<unknown>>): boolean {
  const seen = new Set([from]);
  for (const clock of seen) {
    if (clock === wanted) return true;
    for (const next of needs.get(clock) ?? []) seen.add(next);
  }
  return false;
}

/**
 * An escalation goes on, not round: steps of the same `after` are one rung, and whom a later rung leaves out is not told
 * again by one above it.
 */
export function checkEscalationOrder(pointer: string, steps: readonly Members[], faults: Faults): void {
  const rungs: { readonly after: unknown; readonly to: Set<unknown> }[] = [];
  for (const [place, { after, to }] of steps.entries()) {
    const rung = rungs.at(-1)?.after === after ? rungs.at(-1) : undefined;
    if (rung === undefined) rungs.push({ after, to: new Set() });
    const below = rungs.slice(0, -2);
    const leftOut = rungs.at(-2)?.to.has(to) === false;
    if (leftOut && below.some((earlier) => earlier.to.has(to)))
      faults.add(`${pointer}/${place}/to`, `goes in a circle: ${said(to)} had been told before somebody else was`, 'circle');
    rungs.at(-1)?.to.add(to);
  }
}
