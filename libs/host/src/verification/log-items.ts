import type { EventStore, Position, TreeStore } from '@ledgerline/kernel';
import type { LogItem } from './log-item.js';
import { logPages, sequenceOf } from './log-pages.js';
import { SignedOver } from './signed-over.js';

/**
 * A log as who verifies it wants it: its commits up to the end that it has now, each page after the leaves that the tree has for it,
 * each checkpoint after the last commit that it covers; checkpoints of more than there is come last.
 */
export async function* logItems(
  store: EventStore,
  trees: TreeStore | undefined,
  signal: AbortSignal,
  to?: Position,
): AsyncGenerator<readonly LogItem[]> {
  const signed = trees && (await SignedOver.of(trees, () => mostCommits(store, to)));
  if (signed) yield [{ keys: signed.keys }];
  yield* itemsAfter(0, { store, signed, ...(to === undefined ? {} : { to }) }, signal);
}

/** What is verified, and up to where. */
export interface LogToEnd {
  readonly store: EventStore;
  readonly signed: SignedOver | undefined;
  readonly after?: Position | undefined;
  readonly to?: Position;
}

/** The rest of a log after its first commits. @param log `after`: the position of the last of them */
export async function* itemsAfter(
  commits: number,
  { store, signed, ...span }: LogToEnd,
  signal: AbortSignal,
): AsyncGenerator<readonly LogItem[]> {
  let size = commits;
  for await (const page of logPages(store, signal, span)) {
    const leaves = (await signed?.leaves(size, size + page.length)) ?? [];
    const items: LogItem[] = leaves.length > 0 ? [{ leaves }] : [];
    for (const commit of page) {
      size += 1;
      items.push({ commit });
      while (signed && size >= signed.next) items.push({ checkpoint: await signed.take() });
    }
    yield items;
  }
  const rest = signed && signed.next < Number.POSITIVE_INFINITY ? await signed.leaves(size, signed.next) : [];
  if (rest.length > 0) yield [{ leaves: rest }];
  while (signed && signed.next < Number.POSITIVE_INFINITY) yield [{ checkpoint: await signed.take() }];
}

/** No bound where the log ends there itself: what was signed beyond its end shows that it was cut off. */
async function mostCommits(store: EventStore, to: Position | undefined): Promise<number> {
  const isInside = to !== undefined && store.compare(to, await store.end()) < 0;
  return isInside ? sequenceOf(to) : Number.POSITIVE_INFINITY;
}
