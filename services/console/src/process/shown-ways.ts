import type { ActivityView, EdgeView } from './process-view.ts';

export interface ShownProcess {
  readonly activities: readonly ActivityView[];
  readonly edges: readonly EdgeView[];
}

/**
 * So much of a process that one can read it: the most frequent activities that together are `share` of all that happened, and the most
 * frequent ways between them that are `share` of those. The most frequent way into and out of each is always there: no activity stands alone.
 */
export function shownWays({ activities, edges }: ShownProcess, share: number): ShownProcess {
  const shown = mostFrequent(activities, share);
  const names = new Set(shown.map(({ activity }) => activity));
  const between = edges.filter(({ from, to }) => names.has(from) && names.has(to)).toSorted(byCount);
  const most = new Set(mostFrequent(between, share));
  const [into, out] = [new Set<string>(), new Set<string>()];
  const ways = between.filter((edge) => {
    const { from, to } = edge;
    if (from === to) return most.has(edge);
    const isFirst = !into.has(to) || !out.has(from);
    into.add(to);
    out.add(from);
    return isFirst || most.has(edge);
  });
  return { activities: shown, edges: ways };
}

function mostFrequent<Counted extends { readonly count: number }>(all: readonly Counted[], share: number): readonly Counted[] {
  const most = all.reduce((sum, { count }) => sum + count, 0) * share;
  let before = 0;
  return all.toSorted(byCount).filter(({ count }) => {
    before += count;
    return before - count < most;
  });
}

function byCount(one: { readonly count: number }, other: { readonly count: number }): number {
  return other.count - one.count;
}
