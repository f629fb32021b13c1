import { sha256Bytes } from '@ledgerline/adapter-crypto';
import { TreeReader, type EventStore, type Position, type SignedCheckpoint, type TreeStore } from '@ledgerline/kernel';
import { logPages, sequenceOf } from './log-pages.js';
import type { LogItem } from './log-item.js';

/**
 * A log as who verifies it wants it: its commits up to the end that it has now, each page after the leaves that the tree has for it,
 * each checkpoint after the last commit that it covers; checkpoints of more than there is come last. @param to where to end before the
 * log does: then with the checkpoints that cover no more than that
 */
export async function* logItems(
  store: EventStore,
  trees: TreeStore | undefined,
  signal: AbortSignal,
  to?: Position,
): AsyncGenerator<readonly LogItem[]> {
  const signed = trees && (await SignedOver.of(trees, () => mostCommits(store, to)));
  if (signed) yield [{ keys: signed.keys }];
  let size = 0;
  for await (const page of logPages(store, signal, to === undefined ? {} : { to })) {
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

const pageSize = 500;

/** What was signed up to now: looked at before the log's end is, so that the log is at least as long. */
class SignedOver {
  private waiting: readonly SignedCheckpoint[] = [];
  private after = 0;
  /** One for the whole walk: the tree is taken as it was at its beginning. */
  private readonly reader: TreeReader;

  private constructor(
    private readonly trees: TreeStore,
    readonly keys: readonly string[],
    private readonly size: number,
    private readonly last: number,
  ) {
    this.reader = new TreeReader(trees, sha256Bytes);
  }

  /** @param mostOf how many commits are looked at, asked once it is known how many were signed */
  static async of(trees: TreeStore, mostOf: () => Promise<number>): Promise<SignedOver> {
    const [last, size] = [(await trees.latest())?.size ?? 0, (await trees.tree())?.size ?? 0];
    const keys = await trees.keyNotes();
    const most = await mostOf();
    const signed = new SignedOver(trees, keys, Math.min(size, most), Math.min(last, most));
    await signed.fill();
    return signed;
  }

  /** How many commits the next checkpoint covers; infinity: there is none. */
  get next(): number {
    return this.waiting[0]?.size ?? Number.POSITIVE_INFINITY;
  }

  async take(): Promise<SignedCheckpoint> {
    const [next, ...rest] = this.waiting as readonly [SignedCheckpoint];
    this.waiting = rest;
    if (rest.length === 0) await this.fill();
    return next;
  }

  async leaves(start: number, end: number): Promise<readonly Uint8Array[]> {
    return this.reader.leaves(start, Math.min(end, this.size));
  }

  private async fill(): Promise<void> {
    if (this.after >= this.last) return;
    const page = await this.trees.checkpoints(this.after, pageSize);
    this.waiting = page.filter(({ size }) => size <= this.last);
    this.after = page.length < pageSize ? this.last : Math.max(this.after + 1, ...page.map(({ size }) => size));
  }
}
