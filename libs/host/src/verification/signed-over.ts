import { sha256Bytes } from '@ledgerline/adapter-crypto';
import { TreeReader, type SignedCheckpoint, type TreeStore } from '@ledgerline/kernel';

const pageSize = 500;

/** What was signed up to now: looked at before the log's end is, so that the log is at least as long. */
export class SignedOver {
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

  /** @param mostOf how many commits are looked at, asked once it is known how many were signed; all of them unless given */
  static async of(
    trees: TreeStore,
    mostOf: () => Promise<number> = () => Promise.resolve(Number.POSITIVE_INFINITY),
  ): Promise<SignedOver> {
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

  /** All up to a number of commits. */
  async takeUpTo(size: number): Promise<readonly SignedCheckpoint[]> {
    const taken: SignedCheckpoint[] = [];
    while (size >= this.next) taken.push(await this.take());
    return taken;
  }

  /** They come next again. */
  putBack(checkpoints: readonly SignedCheckpoint[]): void {
    this.waiting = [...checkpoints, ...this.waiting];
  }

  async leaves(start: number, end: number): Promise<readonly Uint8Array[]> {
    return this.reader.leaves(start, Math.min(end, this.size));
  }

  /** The same, one after the other. */
  async leafBytes(start: number, end: number): Promise<Uint8Array> {
    return this.reader.leafBytes(start, Math.min(end, this.size));
  }

  private async fill(): Promise<void> {
    if (this.after >= this.last) return;
    const page = await this.trees.checkpoints(this.after, pageSize);
    this.waiting = page.filter(({ size }) => size <= this.last);
    this.after = page.length < pageSize ? this.last : Math.max(this.after + 1, ...page.map(({ size }) => size));
  }
}
