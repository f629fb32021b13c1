import type { Point } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { readSpan, type ExaminedSpan, type WrittenSpan } from './examined-span.js';
import { breathe } from './log-pages.js';
import type { SpanReader } from './span-reader.js';
import { SpanTurns } from './span-turns.js';

/** Spans of a log from which on threads are worth their start, and the most threads beside this one. */
const [spansBefore, mostThreads] = [5, 3];

/** What a thread is started with. */
export interface SpanWork {
  /** Where the log lies. */
  readonly folder: string;
  readonly end: Point;
  readonly length: number;
  readonly room: SharedArrayBuffer;
}

/** What a thread says about the n-th span; nothing is written of one that is not surely sound. */
export interface ToldOfSpan {
  readonly n: number;
  readonly written?: WrittenSpan;
}

/**
 * What is found out about the spans of a log, in their order; undefined of one that is not surely sound. This thread and, where the log is long and
 * there are more cores, others take one span after the other, each reading it for itself.
 */
export async function* spansAhead(
  reader: SpanReader,
  log: Pick<SpanWork, 'folder' | 'end' | 'length'>,
  signal: AbortSignal,
): AsyncGenerator<ExaminedSpan | undefined> {
  const turns = new SpanTurns();
  const found = new FoundSpans();
  const threads = reader.count > spansBefore ? startThreads({ ...log, room: turns.room }, found) : [];
  try {
    for (let n = 0; n < reader.count; n += 1) {
      while (!found.has(n)) {
        const own = turns.nextAtOnce();
        if (own !== undefined && own < reader.count) found.add(own, await reader.examine(own));
        else await found.more();
        await breathe(signal);
      }
      turns.take();
      yield found.take(n);
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** What was found out and not asked for yet. */
class FoundSpans {
  private readonly spans = new Map<number, ExaminedSpan | undefined>();
  private waiting = Promise.withResolvers<void>();
  private failure: unknown;

  has(n: number): boolean {
    return this.spans.has(n);
  }

  add(n: number, span: ExaminedSpan | undefined): void {
    this.spans.set(n, span);
    this.waiting.resolve();
  }

  take(n: number): ExaminedSpan | undefined {
    const span = this.spans.get(n);
    this.spans.delete(n);
    return span;
  }

  /** Waits for a span to be added. @throws what a thread broke of */
  async more(): Promise<void> {
    await this.waiting.promise;
    if (this.failure !== undefined) throw this.failure;
    this.waiting = Promise.withResolvers<void>();
  }

  fail(error: unknown): void {
    this.failure = error;
    this.waiting.resolve();
  }
}

/** None where there is one core, or where the sources run as they are: a thread needs what was built. */
function startThreads(work: SpanWork, found: FoundSpans): readonly Worker[] {
  const file = new URL('./span-thread.js', import.meta.url);
  const count = existsSync(file) ? Math.min(mostThreads, availableParallelism() - 1) : 0;
  return Array.from({ length: count }, () => {
    const worker = new Worker(file, { workerData: work });
    worker.on('message', ({ n, written }: ToldOfSpan) => found.add(n, written && readSpan(written)));
    worker.on('error', (error) => found.fail(error));
    return worker;
  });
}
