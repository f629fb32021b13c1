import { sleep, type AnalyticsParts } from '@ledgerline/host';
import { LogRestored, UnknownPosition, type Position } from '@ledgerline/kernel';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Filling } from './filling.js';

/** Commits read at one time; commits and tickets at most in one batch of facts. */
const [pageSize, mostCommits, mostTickets] = [4_096, 65_536, 8_192];
/**
 * Milliseconds between looks at the log's end, and between batches while the log grows, unless somebody waits: a ticket that changes
 * ten times in a batch is judged once.
 */
const [looksEvery, restsFor] = [100, 10_000];
/**
 * Commands and lists want the same processors. A filling that was at the log's end not long ago, and that nobody waits for, takes few tickets at one time and
 * lets pass three times as long as that took; milliseconds after which it hurries.
 */
const [ticketsAtEase, pauses, lateAfter] = [1_024, 3, 60_000];

export interface FillProgress {
  /** Up to where the facts go; undefined before the first batch. */
  reached: Position | undefined;
  /** The log's end was reached since this process began: before that figures would be of half a log. */
  caughtUp: boolean;
  /** Somebody waits for what has just been written to the log. */
  hurried: boolean;
  /** The filling whose words the facts have. */
  filling: Filling | undefined;
}

/** Follows the log until the signal: in large batches while far behind, every few seconds, in small ones, when at its end. */
export async function keepFilled(parts: AnalyticsParts, progress: FillProgress): Promise<void> {
  const { store, facts, signal } = parts;
  let position = await begin(parts);
  const filling = await Filling.from(parts);
  Object.assign(progress, { reached: position, filling });
  let [writtenAt, endSeenAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  while (!signal.aborted) {
    const isDue = progress.hurried || performance.now() - writtenAt > restsFor;
    if (!isDue || !(await isBehind(parts, position))) {
      if (isDue) {
        Object.assign(progress, { hurried: false, caughtUp: true });
        endSeenAt = performance.now();
      }
      await sleep(progress.hurried ? 10 : looksEvery, signal);
      continue;
    }
    const isAtEase = !progress.hurried && performance.now() - endSeenAt < lateAfter;
    const [size, most] = isAtEase ? [2 * ticketsAtEase, ticketsAtEase] : [pageSize, mostTickets];
    const stepped = isAtEase ? atEase(signal) : () => nextTurn();
    let [taken, page] = [0, size];
    while (page === size && taken < mostCommits && filling.waiting < most && !signal.aborted) {
      const stored = await store.read(position, size);
      [taken, page] = [taken + stored.length, stored.length];
      position = stored.at(-1)?.position ?? position;
      await filling.take(stored);
      await stepped(); // questions are answered in between
    }
    await filling.write();
    progress.reached = await facts.position();
    if (page < size) writtenAt = endSeenAt = performance.now();
    else await stepped();
  }
}

/** Waits in proportion to what was worked since it was waited for last. */
function atEase(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    await sleep(pauses * (performance.now() - since), signal);
    since = performance.now();
  };
}

/** Where the facts end; the log is another since it was restored, and they begin anew. */
async function begin({ facts, store, log }: AnalyticsParts): Promise<Position | undefined> {
  const position = await facts.position();
  if (position === undefined) return undefined;
  try {
    if (store.compare(position, await store.end()) <= 0) return position;
  } catch (error) {
    if (!(error instanceof LogRestored) && !(error instanceof UnknownPosition)) throw error;
  }
  log.info({ position }, 'the facts are of another log: filled anew');
  await facts.clear();
  return undefined;
}

async function isBehind({ store }: Pick<AnalyticsParts, 'store'>, position: Position | undefined): Promise<boolean> {
  const end = await store.end();
  return position === undefined ? (await store.read(undefined, 1)).length > 0 : store.compare(position, end) < 0;
}
