import { nodeCryptography, sha256Into } from '@ledgerline/adapter-crypto';
import {
  positionOf,
  SpanExamination,
  SpanTree,
  type EventStore,
  type Point,
  type Position,
  type StoredCommit,
} from '@ledgerline/kernel';
import type { ExaminedSpan } from './examined-span.js';

const pageSize = 256;

/** Reads a log in spans of one length, in any order, and looks at each without knowing what stands before it. */
export class SpanReader {
  /** Spans up to the end. */
  readonly count: number;
  /** What positions of this log begin with. */
  private readonly beforeSequence: string;

  /** @param end of a log whose positions count its commits @param length of a span: a power of two, so that each begins where a subtree does */
  constructor(
    private readonly store: Pick<EventStore, 'read'>,
    private readonly end: Point,
    private readonly length: number,
  ) {
    this.count = Math.ceil(end.sequence / length);
    this.beforeSequence = positionOf([{ ...end, sequence: 0 }]).slice(0, -1);
  }

  /** How many commits there are up to the end of the n-th span, from 0. */
  endOf(n: number): number {
    return Math.min((n + 1) * this.length, this.end.sequence);
  }

  /** Position of a commit, counted from 1; undefined: before the first. */
  position(sequence: number): Position | undefined {
    return sequence === 0 ? undefined : (`${this.beforeSequence}${sequence}` as Position);
  }

  /** undefined where not all of it is surely there and sound: what is wrong finds out who walks through it. */
  async examine(n: number): Promise<ExaminedSpan | undefined> {
    const [start, end] = [n * this.length, this.endOf(n)];
    const examination = new SpanExamination(nodeCryptography);
    let size = start;
    while (size < end) {
      const page = await this.page(size, end);
      if (page.length === 0) return undefined;
      for (const commit of page) {
        if (commit.position !== this.position(size + 1) || !examination.take(commit)) return undefined;
        size += 1;
      }
    }
    const { span } = examination;
    return span && { span, tree: SpanTree.over(start, examination.hashes, sha256Into) };
  }

  /** Empty also where it cannot be read: the walk tries again, and says from where on it cannot. */
  private async page(size: number, end: number): Promise<readonly StoredCommit[]> {
    try {
      return await this.store.read(this.position(size), Math.min(pageSize, end - size));
    } catch {
      return [];
    }
  }
}
