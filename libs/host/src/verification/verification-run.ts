import { instantText, type Clock } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import type { Configuration } from '../configuration.js';
import { runThread } from '../run-thread.js';
import type { Verification } from './verification.js';

/** A verification of the whole log, under way or done. */
export interface VerificationState {
  readonly state: 'running' | 'done' | 'failed';
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly commits: number;
  readonly total: number;
  readonly verification?: Verification;
  readonly failure?: string;
}

export type ToldByThread = Pick<VerificationState, 'commits' | 'total'> & { readonly verification?: Verification };

/** Verifies the log on a thread of its own, one run at a time: who works with the log does not wait for it. */
export class VerificationRuns {
  private last: VerificationState | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {}

  /** The run under way; else a new one, or the last one's outcome where that is not too old (milliseconds). */
  async state(maxAge: number, patience: number): Promise<VerificationState> {
    const isFresh = this.last?.finishedAt !== undefined && this.clock.now() - Date.parse(this.last.finishedAt) <= maxAge;
    if (!this.running && !isFresh) this.begin();
    if (this.running) await Promise.race([this.running, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
    return this.last as VerificationState;
  }

  private begin(): void {
    const startedAt = instantText(this.clock.now());
    this.last = { state: 'running', startedAt, commits: 0, total: 0 };
    const over = new AbortController();
    const onMessage = (told: ToldByThread) => {
      this.last = { ...(this.last as VerificationState), ...told };
      if (told.verification) over.abort();
    };
    const thread = { file: threadFile(), data: { configuration: this.configuration }, onMessage };
    this.running = runThread(thread, AbortSignal.any([over.signal, this.signal]))
      .then(
        () => this.finish(this.last?.verification ? { state: 'done' } : { state: 'failed', failure: 'stopped' }),
        (error: unknown) => this.finish({ state: 'failed', failure: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => {
        this.running = undefined;
      });
  }

  private finish(end: Pick<VerificationState, 'state' | 'failure'>): void {
    this.last = { ...(this.last as VerificationState), ...end, finishedAt: instantText(this.clock.now()) };
  }
}

function threadFile(): URL {
  const compiled = new URL('./verification-thread.js', import.meta.url);
  return existsSync(compiled) ? compiled : new URL('./verification-thread.ts', import.meta.url);
}
