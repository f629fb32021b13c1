import { AppendOutcomeUnknown, LogUnavailable, type SealedCommit } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

interface Waiting<Outcome> {
  readonly commit: SealedCommit;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

export interface GroupWriterOptions<Outcome> {
  /** Commits that may wait. */
  readonly most: number;
  readonly synchronous: 'FULL' | 'OFF';
  /** Told of each durable group, with the sequence of each commit, 0 for a conflict. @returns what each of them is answered */
  readonly written: (commits: readonly SealedCommit[], sequences: readonly number[]) => readonly Outcome[];
  /** Told when the commits up to a sequence are found by their stream. */
  readonly placed?: (sequence: number) => void;
}

/** What a thread tells: first how its connection is set, then what became of each batch. */
interface Told {
  readonly settings?: LogSettings;
  readonly sequences?: readonly number[];
  /** Everything up to this sequence is found by its stream. */
  readonly placed?: number;
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

const largestGroup = 512;

/**
 * Group commit: what comes in the same turn of the event loop is written together; while one transaction is being made durable, what comes in waits and goes into the next. The event loop
 * is never blocked by an fsync. Bounded: past `most` waiting commits a writer is told to come back.
 */
export class GroupWriter<Outcome> {
  /** Never settles where the thread could not open the file: then writing fails. */
  readonly settings: Promise<LogSettings>;
  private readonly worker: Worker;
  private waiting: Waiting<Outcome>[] = [];
  private writing: readonly Waiting<Outcome>[] | undefined;
  private broken: Error | undefined;
  private closing: (() => void) | undefined;

  constructor(
    file: string,
    private readonly options: GroupWriterOptions<Outcome>,
  ) {
    const compiled = new URL('./log-writer.worker.js', import.meta.url);
    const source = existsSync(compiled) ? compiled : new URL('./log-writer.worker.ts', import.meta.url);
    this.worker = new Worker(source, { workerData: { file, synchronous: options.synchronous } });
    this.settings = new Promise((resolve) => {
      this.worker.on('message', (told: Told) => {
        if (told.settings) resolve(told.settings);
        else if (told.placed !== undefined) options.placed?.(told.placed);
        else this.answered(told);
      });
    });
    this.worker.on('error', (error: unknown) => this.failAll(error instanceof Error ? error : new Error(String(error))));
    this.worker.on('exit', () => this.failAll(new Error('the log writer ended')));
  }

  write(commit: SealedCommit): Promise<Outcome> {
    if (this.broken || this.closing)
      return Promise.reject(new LogUnavailable('the log is closed or broken', { cause: this.broken }));
    if (this.waiting.length >= this.options.most)
      return Promise.reject(new LogUnavailable(`${this.options.most} commits are waiting`));
    return new Promise((resolve, reject) => {
      this.waiting.push({ commit, resolve, reject });
      if (!this.writing && this.waiting.length === 1) setImmediate(() => this.next());
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
    if (this.writing || this.waiting.length === 0) return;
    const batch = this.waiting.length <= largestGroup ? this.waiting : this.waiting.slice(0, largestGroup);
    this.waiting = this.waiting.length <= largestGroup ? [] : this.waiting.slice(largestGroup);
    this.writing = batch;
    const values: (string | number | null)[] = [];
    for (const { commit } of batch)
      values.push(commit.stream, commit.first, commit.last, commit.previous, commit.hash, commit.text);
    this.worker.postMessage(values);
  }

  private answered({ sequences, failed, errcode = 0 }: Told): void {
    const batch = this.writing ?? [];
    this.writing = undefined;
    this.next();
    if (sequences) {
      const commits = batch.map(({ commit }) => commit);
      const outcomes = this.options.written(commits, sequences);
      for (let place = 0; place < batch.length; place += 1) batch[place]?.resolve(outcomes[place] as Outcome);
    } else {
      const isUnknown = (errcode & 0xff) === sqliteIoError;
      for (const { reject } of batch) reject(isUnknown ? new AppendOutcomeUnknown(failed) : new LogUnavailable(failed));
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
