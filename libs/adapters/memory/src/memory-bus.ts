import {
  NoHandler,
  RemoteFailure,
  RequestTimeout,
  type Bus,
  type BusHandler,
  type BusListener,
  type RequestOptions,
  type Serving,
} from '@ledgerline/kernel';

interface Waiting {
  /** Of `performance.now()`. */
  readonly until: number;
  readonly subject: string;
  giveUp(error: RequestTimeout): void;
}

/** The bus inside one process: handlers are called directly; payloads are handed over, not copied, and must not be changed. */
export class MemoryBus implements Bus {
  private readonly handlers = new Map<string, { readonly group: string; readonly handler: BusHandler }[]>();
  private readonly listeners = new Map<string, Set<BusListener>>();
  private readonly waiting = new Set<Waiting>();
  private readonly running = new Set<Promise<unknown>>();
  private alarm: { readonly at: number; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  private turn = 0;
  private draining = false;

  constructor(private readonly onFailure: (error: unknown, subject: string) => void = () => undefined) {}

  request<Reply>(subject: string, payload: unknown, { timeout = 10_000 }: RequestOptions = {}): Promise<Reply> {
    const serving = this.handlers.get(subject);
    if (!serving || serving.length === 0) return Promise.reject(new NoHandler(subject));
    const { handler } = serving[this.turn++ % serving.length] as (typeof serving)[number];
    return new Promise((resolve, reject) => {
      const ended = this.answer(handler, payload, subject);
      const waiting: Waiting = { until: performance.now() + timeout, subject, giveUp: reject };
      this.waiting.add(waiting);
      this.running.add(ended);
      this.wakeBy(waiting.until);
      const leave = () => {
        this.waiting.delete(waiting);
        this.running.delete(ended);
        if (this.waiting.size === 0) this.rest();
      };
      ended.then(
        (reply) => {
          leave();
          resolve(reply as Reply);
        },
        (error: unknown) => {
          leave();
          reject(error as Error);
        },
      );
    });
  }

  serve(subject: string, group: string, handler: BusHandler): Promise<Serving> {
    if (this.draining) return Promise.reject(new NoHandler('draining'));
    const served = { group, handler };
    this.handlers.set(subject, [...(this.handlers.get(subject) ?? []), served]);
    const stop = async () => {
      this.handlers.set(
        subject,
        (this.handlers.get(subject) ?? []).filter((one) => one !== served),
      );
      await Promise.allSettled([...this.running]);
    };
    return Promise.resolve({ stop });
  }

  tell(subject: string, payload: unknown): void {
    for (const listener of this.listeners.get(subject) ?? [])
      try {
        listener(payload as never);
      } catch (error) {
        this.onFailure(error, subject);
      }
  }

  hear(subject: string, listener: BusListener): Promise<Serving> {
    const listening = this.listeners.get(subject) ?? new Set();
    this.listeners.set(subject, listening.add(listener));
    const stop = () => {
      listening.delete(listener);
      return Promise.resolve();
    };
    return Promise.resolve({ stop });
  }

  async drain(): Promise<void> {
    this.draining = true;
    this.handlers.clear();
    this.listeners.clear();
    await Promise.allSettled([...this.running]);
  }

  private async answer(handler: BusHandler, payload: unknown, subject: string): Promise<unknown> {
    try {
      return await handler(payload as never, { subject });
    } catch (error) {
      this.onFailure(error, subject);
      throw new RemoteFailure(subject, { cause: error });
    }
  }

  /** One timer for all who wait, set to the earliest of them. */
  private wakeBy(at: number): void {
    if (this.alarm && this.alarm.at <= at) return;
    clearTimeout(this.alarm?.timer);
    this.alarm = { at, timer: setTimeout(() => this.giveUpLate(), Math.max(1, at - performance.now())) };
  }

  private giveUpLate(): void {
    this.alarm = undefined;
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const waiting of this.waiting) {
      if (waiting.until > now) next = Math.min(next, waiting.until);
      else {
        this.waiting.delete(waiting);
        waiting.giveUp(new RequestTimeout(waiting.subject));
      }
    }
    if (next < Number.POSITIVE_INFINITY) this.wakeBy(next);
  }

  private rest(): void {
    clearTimeout(this.alarm?.timer);
    this.alarm = undefined;
  }
}
