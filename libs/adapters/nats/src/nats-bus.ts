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
import { errors, headers, type Msg, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';

const failure = 'Ledgerline-Failure';
/** W3C Trace Context, as other programs write it into messages of NATS too. */
const traceParent = 'traceparent';

export interface NatsBusOptions {
  /** Told what a handler threw; the asker only learns that it failed. */
  readonly onFailure: (error: unknown, subject: string) => void;
}

/** Request/reply over NATS: one member of the queue group answers. */
export class NatsBus implements Bus {
  private readonly running = new Set<Promise<void>>();
  private readonly servings = new Set<Serving>();

  constructor(
    private readonly connection: NatsConnection,
    private readonly options: NatsBusOptions,
  ) {}

  async request<Reply>(subject: string, payload: unknown, { timeout = 10_000, trace }: RequestOptions = {}): Promise<Reply> {
    let answer: Msg;
    try {
      answer = await this.connection.request(subject, JSON.stringify(payload), { timeout, ...marked(traceParent, trace) });
    } catch (error) {
      if (isOf(error, errors.NoRespondersError)) throw new NoHandler(subject, { cause: error });
      if (isOf(error, errors.TimeoutError)) throw new RequestTimeout(`${subject}: ${timeout} ms`, { cause: error });
      throw new RemoteFailure(subject, { cause: error });
    }
    if (answer.headers?.has(failure)) throw new RemoteFailure(subject);
    return answer.json<Reply>();
  }

  serve(subject: string, group: string, handler: BusHandler): Promise<Serving> {
    const subscription = this.connection.subscribe(subject, {
      queue: group,
      callback: (error, message) => {
        if (error) return this.options.onFailure(error, subject);
        const answered = this.answer(handler, message, subject);
        this.running.add(answered);
        void answered.finally(() => this.running.delete(answered));
      },
    });
    const serving: Serving = {
      stop: async () => {
        this.servings.delete(serving);
        await subscription.drain();
        await Promise.all([...this.running]);
      },
    };
    this.servings.add(serving);
    return this.connection.flush().then(() => serving);
  }

  tell(subject: string, payload: unknown): void {
    this.connection.publish(subject, JSON.stringify(payload));
  }

  hear(subject: string, listener: BusListener): Promise<Serving> {
    const subscription = this.connection.subscribe(subject, {
      callback: (error, message) => {
        try {
          if (error) throw error;
          listener(message.json<never>());
        } catch (failed) {
          this.options.onFailure(failed, subject);
        }
      },
    });
    const serving: Serving = {
      stop: async () => {
        this.servings.delete(serving);
        await subscription.drain();
      },
    };
    this.servings.add(serving);
    return this.connection.flush().then(() => serving);
  }

  async drain(): Promise<void> {
    await Promise.all([...this.servings].map((serving) => serving.stop()));
    await Promise.all([...this.running]);
    await this.connection.flush();
  }

  private async answer(handler: BusHandler, message: Msg, subject: string): Promise<void> {
    try {
      const trace = message.headers?.get(traceParent) || undefined;
      const reply = await handler(message.json<never>(), trace === undefined ? { subject } : { subject, trace });
      message.respond(JSON.stringify(reply ?? null));
    } catch (error) {
      this.options.onFailure(error, subject);
      message.respond('', marked(failure, '1'));
    }
  }
}

function marked(name: string, value: string | undefined): { readonly headers?: MsgHdrs } {
  if (value === undefined) return {};
  const all = headers();
  all.set(name, value);
  return { headers: all };
}

/** The client wraps its errors: what matters may stand in `cause`. */
export function isOf(error: unknown, type: new (...parts: never[]) => Error): boolean {
  return error instanceof type || (error instanceof Error && error.cause instanceof type);
}
