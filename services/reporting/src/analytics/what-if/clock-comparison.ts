import type { Principal } from '@ledgerline/contracts';
import type { FactRow, FactStore } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { visibleTo } from '../visible.js';
import { comparePortion } from './compare-portion.js';
import { comparedOf, type Compared, type ComparedKey } from './compared-key.js';
import { comparing } from './comparing.js';
import { DifferingClocks, type DifferingPortion } from './differing-clocks.js';
import { PortionInMaking, type Portion } from './portion.js';
import { threadDesk, type ComparisonParts, type PortionDesk } from './portions.js';

/** Tickets compared at one time, and threads that compare. */
const [portionSize, threads] = [2_048, 2];

export interface ComparisonRun {
  readonly parts: ComparisonParts;
  readonly principal: Principal;
  readonly facts: Pick<FactStore, 'ask' | 'askInPortions'>;
  readonly words: WordList;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  /** The module that compares on a thread; here, where there is none. */
  readonly thread: URL | undefined;
}

export interface ComparedLine extends Compared {
  readonly clocks: number;
}

export interface Comparison {
  readonly tickets: number;
  readonly lines: readonly ComparedLine[];
  readonly differing: DifferingClocks;
}

/** Every clock of the period that the asker may see, by the documents that were in force and by the tried ones. */
export async function compareClocks(run: ComparisonRun): Promise<Comparison> {
  const { facts, parts, principal, words } = run;
  const of = `FROM tickets t WHERE t.registered < $to AND t.updated >= $from AND (${visibleTo(principal, words)})`;
  const period = { from: parts.from, to: parts.to };
  const [count] = await facts.ask(`SELECT count(*) AS total ${of}`, period);
  const total = Number(count?.['total']);
  const desks = Array.from({ length: threads }, () => deskOf(run));
  const counts = new Map<ComparedKey, number>();
  const differing: DifferingPortion[] = [];
  let done = 0;
  const portions = inPortions(
    facts.askInPortions(`SELECT b.ticket, b.book FROM books b WHERE b.ticket IN (SELECT t.ticket ${of})`, period),
  );
  try {
    const work = async (desk: PortionDesk) => {
      for (let next = await portions.next(); !next.done && !run.signal.aborted; next = await portions.next()) {
        const { length } = next.value.tickets; // a thread that is given a portion takes it away from here
        const compared = await desk.compare(next.value);
        for (const [key, clocks] of compared.counts) counts.set(key, (counts.get(key) ?? 0) + clocks);
        differing.push(compared.differing);
        done += length;
        run.onProgress(done, total);
      }
    };
    await Promise.all(desks.map(work));
  } finally {
    await Promise.all(desks.map((desk) => desk.close()));
    await portions.return(undefined); // one that is left halfway keeps a connection
  }
  const lines = [...counts].map(([key, clocks]): ComparedLine => ({ ...comparedOf(key), clocks }));
  return { tickets: total, lines: lines.toSorted(inOrder), differing: new DifferingClocks(differing) };
}

function deskOf({ parts, thread }: ComparisonRun): PortionDesk {
  if (thread !== undefined) return threadDesk(thread, parts);
  const with_ = comparing(parts);
  return { compare: (portion) => Promise.resolve(comparePortion(portion, with_)), close: () => Promise.resolve() };
}

/** One reader at a time takes from it, whoever of the threads is free. */
async function* inPortions(rows: AsyncIterable<readonly FactRow[]>): AsyncGenerator<Portion> {
  let making = new PortionInMaking();
  for await (const some of rows) {
    for (const [ticket, book] of some) making.add(ticket as number, book as Uint8Array);
    if (making.length < portionSize) continue;
    yield making.portion;
    making = new PortionInMaking();
  }
  if (making.length > 0) yield making.portion;
}

function inOrder(one: ComparedLine, other: ComparedLine): number {
  const key = ({ department, clock, before, after }: ComparedLine) => [department ?? '', clock, before, after].join(' ');
  return key(one) < key(other) ? -1 : 1;
}
