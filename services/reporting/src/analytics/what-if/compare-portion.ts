import { outcomeOfRun, SameClocks, unpackBook, type Rulebook, type Words } from '@ledgerline/domain';
import { fateOf, keyOf, type ComparedKey } from './compared-key.js';
import { DifferingList, type DifferingPortion } from './differing-clocks.js';
import { booksIn, type Portion } from './portion.js';

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

export interface PortionCompared {
  readonly counts: Map<ComparedKey, number>;
  readonly differing: DifferingPortion;
}

/**
 * Judges the clocks of some tickets that started in a period by another rulebook, by the arithmetic that judged them; how they came
 * out is known already, but for those that were open. A clock that both rulebooks judge alike is not judged again.
 */
export function comparePortion(portion: Portion, comparing: Comparing): PortionCompared {
  const { from, to, now, then, asOf, words } = comparing;
  const counts = new Map<ComparedKey, number>();
  const differing = new DifferingList();
  const same = new SameClocks(now, then);
  for (const [ticket, bytes] of booksIn(portion)) {
    const { book, outcomes } = unpackBook(bytes, words);
    const comesOutTheSame = same.of(book);
    for (const [place, run] of book.runs.entries()) {
      if (run.startedAt < from || run.startedAt >= to) continue;
      const before = fateOf(outcomes[place] ?? outcomeOfRun(run, asOf, { book, rulebook: now }));
      const after = comesOutTheSame(run) ? before : fateOf(outcomeOfRun(run, asOf, { book, rulebook: then }));
      if (before === 'none' && after === 'none') continue;
      const key = keyOf(run, before, after);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (before !== after) differing.add(ticket, key);
    }
  }
  return { counts, differing: differing.portion };
}
