import {
  NoHandler,
  RemoteFailure,
  RequestTimeout,
  type Bus,
  type BusHandler,
  type RequestOptions,
  type Serving,
} from '@ledgerline/kernel';

/** The bus inside one process: handlers are called directly; payloads are handed over, not copied, and must not be changed. */
export class MemoryBus implements Bus {
  private readonly handlers = new Map<string, { readonly group: string; readonly handler: BusHandler }[]>();
  private readonly running = new Set<Promise<unknown>>();
  private turn = 0;
  private draining = false;

  constructor(private readonly onFailure: (error: unknown, subject: string) => void = () => undefined) {}

  async request<Reply>(subject: string, payload: unknown, { timeout = 10_000 }: RequestOptions = {}): Promise<Reply> {
    const serving = this.handlers.get(subject);
    if (!serving || serving.length === 0) throw new NoHandler(subject);
    const { handler } = serving[this.turn++ % serving.length] as (typeof serving)[number];
    const answer = this.answer(handler, payload, subject);
    this.running.add(answer);
    answer.finally(() => this.running.delete(answer)).catch(() => undefined);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new RequestTimeout(`${subject}: ${timeout} ms`)), timeout);
    });
    try {
      return (await Promise.race([answer, late])) as Reply;
    } finally {
      clearTimeout(timer);
    }
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

  async drain(): Promise<void> {
    this.draining = true;
    this.handlers.clear();
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
}
