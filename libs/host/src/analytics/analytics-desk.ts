import { FactsUnavailable } from '@ledgerline/kernel';

export interface Asked {
  readonly id: number;
  readonly question: string;
  readonly payload: unknown;
}

export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

/** Milliseconds that a question waits for whoever answers to be there: facts take a moment to open. */
const patience = 5_000;

type Ask = (asked: Asked) => void;

/** Where questions over all of the log are asked, and answered by a thread beside. */
export class AnalyticsDesk {
  private readonly waiting = new Map<number, PromiseWithResolvers<unknown>>();
  private answering = Promise.withResolvers<Ask>();
  private asked = 0;

  /** @throws FactsUnavailable with the reason, where nobody can answer now */
  async ask<Answer>(question: string, payload: unknown): Promise<Answer> {
    const ask = await this.whoAnswers();
    const id = (this.asked += 1);
    const answer = Promise.withResolvers<unknown>();
    this.waiting.set(id, answer);
    ask({ id, question, payload });
    return answer.promise as Promise<Answer>;
  }

  opened(ask: Ask): void {
    this.answering.resolve(ask);
  }

  /** Nobody answers any more, also not those who wait. @param why there will be nobody; undefined where somebody comes back soon */
  closed(why?: string): void {
    const gone = new FactsUnavailable(why ?? 'who answers has just ended, and is started again');
    for (const { reject } of this.waiting.values()) reject(gone);
    this.waiting.clear();
    this.answering.reject(gone); // of no effect where it was open
    this.answering.promise.catch(() => undefined); // nobody may have asked
    this.answering = Promise.withResolvers<Ask>();
    if (why === undefined) return;
    this.answering.reject(gone);
    this.answering.promise.catch(() => undefined);
  }

  /** It is tried again. */
  opening(): void {
    this.answering = Promise.withResolvers<Ask>();
  }

  hear(told: Exclude<Told, { readonly kind: 'ready' }>): void {
    const waiting = this.waiting.get(told.id);
    this.waiting.delete(told.id);
    if (told.kind === 'answer') waiting?.resolve(told.answer);
    else waiting?.reject(new Error(told.message));
  }

  private whoAnswers(): Promise<Ask> {
    const tooLate = Promise.withResolvers<never>();
    const timer = setTimeout(() => tooLate.reject(new FactsUnavailable('the facts are still being opened')), patience);
    return Promise.race([this.answering.promise, tooLate.promise]).finally(() => clearTimeout(timer));
  }
}
