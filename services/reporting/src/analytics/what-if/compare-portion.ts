import { outcomeOfRun, unpackBook, type ClockOutcome, type ClockRun, type Rulebook, type Words } from '@ledgerline/domain';

/** How a clock counts in a comparison: `other` was taken away in time, lapsed, or still runs; `none`: no rule starts it. */
export const fates = ['kept', 'broken', 'other', 'none'] as const;
export type Fate = (typeof fates)[number];

export function fateOf(outcome: ClockOutcome | undefined): Fate {
  switch (outcome) {
    case undefined:
      return 'none';
    case 'in-time':
      return 'kept';
    case 'late':
    case 'breached':
    case 'cancelled-late':
      return 'broken';
    case 'cancelled':
    case 'lapsed':
    case 'running':
    case 'held':
    case 'suspended':
      return 'other';
  }
}

export interface Period {
  readonly from: number;
  readonly to: number;
}

export interface Comparing extends Period {
  readonly now: Rulebook;
  readonly then: Rulebook;
  /** Open clocks are judged as of then, by both. */
  readonly asOf: number;
  readonly words: Words;
}

/** A clock that would have come out otherwise. */
export interface DifferingClock {
  readonly ticket: number;
  readonly clock: string;
  readonly department: string | undefined;
  readonly before: Fate;
  readonly after: Fate;
}

export interface PortionCompared {
  /** Clocks by `department clock before after`. */
  readonly counts: Map<string, number>;
  readonly differing: readonly DifferingClock[];
}

/**
 * Judges the clocks of some tickets that started in a period by another rulebook, by the arithmetic that judged them; how they came
 * out is known already, but for those that were open.
 */
export function comparePortion(
  rows: readonly (readonly [ticket: number, book: Uint8Array])[],
  comparing: Comparing,
): PortionCompared {
  const { from, to, now, then, asOf, words } = comparing;
  const counts = new Map<string, number>();
  const differing: DifferingClock[] = [];
  for (const [ticket, bytes] of rows) {
    const { book, outcomes } = unpackBook(bytes, words);
    for (const [place, run] of book.runs.entries()) {
      if (run.startedAt < from || run.startedAt >= to) continue;
      const before = fateOf(outcomes[place] ?? outcomeOfRun(run, asOf, { book, rulebook: now }));
      const after = fateOf(outcomeOfRun(run, asOf, { book, rulebook: then }));
      if (before === 'none' && after === 'none') continue;
      const key = keyOf(run, before, after);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (before !== after) differing.push({ ticket, clock: run.clock, department: run.department, before, after });
    }
  }
  return { counts, differing };
}

function keyOf({ department = '', clock }: ClockRun, before: Fate, after: Fate): string {
  return `${department} ${clock} ${before} ${after}`;
}
