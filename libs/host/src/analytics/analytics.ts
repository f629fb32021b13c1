import type { EventCodec, FactsDefinition, FactStore } from '@ledgerline/kernel';
import type { Ledgerline } from '../ledgerline.js';

/** What questions over all of the log are answered with: a thread's own connections, and the facts. */
export interface AnalyticsParts extends Pick<Ledgerline, 'configuration' | 'log' | 'clock' | 'store'> {
  readonly codec: EventCodec;
  readonly facts: FactStore;
  /** Until this process stops. */
  readonly signal: AbortSignal;
}

export type AnswerQuestion = (question: never) => Promise<unknown>;

/** What a service knows about the log as a whole. */
export interface Analytics {
  readonly facts: FactsDefinition;
  /** Everything by which questions are answered; `fill` goes on until the signal. */
  open(parts: AnalyticsParts): { fill(): Promise<void>; readonly answers: Readonly<Record<string, AnswerQuestion>> };
}
