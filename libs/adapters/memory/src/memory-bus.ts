import { NoHandler, RemoteFailure, type Bus, type BusContext, type BusHandler, type BusListener, type RequestOptions, type Serving } from '@ledgerline/kernel'; // prettier-ignore
import { RequestsUnderWay, type UnderWay } from './requests-under-way.js';

interface Served {
  readonly group: string;
  readonly handler: BusHandler;
  readonly context: BusContext;
}

/** The bus inside one process: handlers are called directly; payloads are handed over, not copied, and must not be changed. */
export class MemoryBus implements Bus {
  private readonly handlers = new Map<string, Served[]>();
  private readonly listeners = new Map<string, Set<BusListener>>();
  private readonly underWay = new RequestsUnderWay();
  private turn = 0;
  private draining = false;

  constructor(private readonly onFailure: (error: unknown, subject: string) => void = () => undefined) {}

  request<Reply>(subject: string, payload: unknown, { timeout = 10_000, trace }: RequestOptions = {}): Promise<Reply> {
    const serving = this.handlers.get(subject);
    if (!serving || serving.length === 0) return Promise.reject(new NoHandler(subject));
    const { handler, context } = serving[this.turn++ % serving.length] as Served;
    return new Promise((resolve, reject) => {
      const request: UnderWay = { until: performance.now() + timeout, subject, giveUp: reject };
      this.underWay.begun(request);
      const failed = (error: unknown) => {
        this.underWay.ended(request);
        this.onFailure(error, subject);
        reject(new RemoteFailure(subject, { cause: error }));
      };
      try {
        handler(payload as never, trace === undefined ? context : { ...context, trace }).then((reply) => {
          this.underWay.ended(request);
          resolve(reply as Reply);
        }, failed);
      } catch (error) {
        failed(error);
      }
    });
  }

  serve(subject: string, group: string, handler: BusHandler): Promise<Serving> {
    if (this.draining) return Promise.reject(new NoHandler('draining'));
    const served: Served = { group, handler, context: { subject } };
    this.handlers.set(subject, [...(this.handlers.get(subject) ?? []), served]);
    const stop = async () => {
      this.handlers.set(
        subject,
        (this.handlers.get(subject) ?? []).filter((one) => one !== served),
      );
      await this.underWay.over();
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
    await this.underWay.over();
  }
}
