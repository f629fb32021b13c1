import { AppendOutcomeUnknown, LogUnavailable, type SealedCommit } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

interface Waiting {
  readonly commit: SealedCommit;
  readonly resolve: (sequence: number) => void;
  readonly reject: (error: Error) => void;
}

/** What a thread tells: first how its connection is set, then what became of each batch. */
interface Told {
  readonly settings?: LogSettings;
  readonly sequences?: readonly number[];
  readonly failed?: string;
  readonly errcode?: number;
}

/** How the connection that writes the log is set, as SQLite itself says. */
export interface LogSettings {
  /** `wal` */
  readonly journalMode: string;
  /** 0 OFF, 1 NORMAL, 2 FULL, 3 EXTRA: only FULL and EXTRA wait for the disk before they acknowledge in WAL mode. */
  readonly synchronous: number;
}

const sqliteIoError = 10;

/**
 * Group commit: while one transaction is being made durable, what comes in waits and goes into the next. The event loop
 * is never blocked by an fsync. Bounded: past `most` waiting commits a writer is told to come back.
 */
export class GroupWriter {
  /** Never settles where the thread could not open the file: then writing fails. */
  readonly settings: Promise<LogSettings>;
  private readonly worker: Worker;
  private waiting: Waiting[] = [];
  private writing: readonly Waiting[] | undefined;
  private broken: Error | undefined;
  private closing: (() => void) | undefined;

  constructor(
    file: string,
    private readonly options: { readonly most: number; readonly synchronous: 'FULL' | 'OFF' },
  ) {
    const compiled = new URL('./log-writer.worker.js', import.meta.url);
    const source = existsSync(compiled) ? compiled : new URL('./log-writer.worker.ts', import.meta.url);
    this.worker = new Worker(source, { workerData: { file, synchronous: options.synchronous } });
    this.settings = new Promise((resolve) => {
      this.worker.on('message', (told: Told) => (told.settings ? resolve(told.settings) : this.answered(told)));
    });
    this.worker.on('error', (error: unknown) => this.failAll(error instanceof Error ? error : new Error(String(error))));
    this.worker.on('exit', () => this.failAll(new Error('the log writer ended')));
  }

  /** The sequence, 0 for a conflict. */
  write(commit: SealedCommit): Promise<number> {
    if (this.broken || this.closing)
      return Promise.reject(new LogUnavailable('the log is closed or broken', { cause: this.broken }));
    if (this.waiting.length >= this.options.most)
      return Promise.reject(new LogUnavailable(`${this.options.most} commits are waiting`));
    return new Promise((resolve, reject) => {
      this.waiting.push({ commit, resolve, reject });
      if (!this.writing) this.next();
    });
  }

  /** Writes what waits, then ends the thread. */
  async close(): Promise<void> {
    if (this.broken || this.closing) return;
    const ended = new Promise<void>((resolve) => this.worker.once('exit', () => resolve()));
    await new Promise<void>((resolve) => {
      this.closing = resolve;
      if (!this.writing && this.waiting.length === 0) resolve();
    });
    this.worker.postMessage('close');
    await ended;
  }

  private next(): void {
    const batch = this.waiting.slice(0, 512);
    this.waiting = this.waiting.slice(512);
    this.writing = batch;
    this.worker.postMessage(
      batch.flatMap(({ commit: { stream, first, last, previous, hash, text } }) => [stream, first, last, previous, hash, text]),
    );
  }

  private answered({ sequences, failed, errcode = 0 }: Told): void {
    const batch = this.writing ?? [];
    this.writing = undefined;
    if (this.waiting.length > 0) this.next();
    for (const [place, { resolve, reject }] of batch.entries()) {
      if (sequences) resolve(sequences[place] as number);
      else if ((errcode & 0xff) === sqliteIoError) reject(new AppendOutcomeUnknown(failed));
      else reject(new LogUnavailable(failed));
    }
    if (!this.writing && this.closing) this.closing();
  }

  private failAll(error: Error): void {
    if (this.broken) return;
    this.broken = error;
    for (const { reject } of this.writing ?? []) reject(new AppendOutcomeUnknown('the log writer ended', { cause: error }));
    for (const { reject } of this.waiting) reject(new LogUnavailable('the log writer ended', { cause: error }));
    this.waiting = [];
    this.writing = undefined;
    this.closing?.();
  }
}
