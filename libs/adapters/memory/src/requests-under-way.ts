import { RequestTimeout } from '@ledgerline/kernel';

/** A request that a handler works on. */
export interface UnderWay {
  /** Of `performance.now()`; infinite once it was given up on. */
  until: number;
  readonly subject: string;
  readonly giveUp: (error: RequestTimeout) => void;
}

/** Who waits for an answer, with one timer for all, and who waits for those to be over that are under way. */
export class RequestsUnderWay {
  private readonly requests = new Set<UnderWay>();
  private readonly waiting = new Set<{ readonly left: Set<UnderWay>; readonly resolve: () => void }>();
  private alarm: { readonly at: number; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  begun(request: UnderWay): void {
    this.requests.add(request);
    if (this.alarm === undefined || this.alarm.at > request.until) this.wakeAt(request.until);
    else if (this.requests.size === 1) this.alarm.timer.ref();
  }

  ended(request: UnderWay): void {
    this.requests.delete(request);
    if (this.requests.size === 0) this.alarm?.timer.unref();
    for (const one of this.waiting) {
      one.left.delete(request);
      if (one.left.size > 0) continue;
      this.waiting.delete(one);
      one.resolve();
    }
  }

  /** Until the handlers of all that are under way now have ended, also those whose askers were told that it takes too long. */
  async over(): Promise<void> {
    const left = new Set(this.requests);
    if (left.size > 0) await new Promise<void>((resolve) => this.waiting.add({ left, resolve }));
  }

  /** Set to the earliest of them, and left as it is when that one ends; it holds the process only while one is under way. */
  private wakeAt(at: number): void {
    clearTimeout(this.alarm?.timer);
    this.alarm = { at, timer: setTimeout(() => this.giveUpLate(), Math.max(1, at - performance.now())) };
  }

  private giveUpLate(): void {
    this.alarm = undefined;
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const request of this.requests) {
      if (request.until > now) next = Math.min(next, request.until);
      else {
        request.until = Number.POSITIVE_INFINITY;
        request.giveUp(new RequestTimeout(request.subject));
      }
    }
    if (next < Number.POSITIVE_INFINITY) this.wakeAt(next);
  }
}
