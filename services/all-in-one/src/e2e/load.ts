import { ApiClient } from '@ledgerline/installation';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A command as it was sent, and the answer where one came. */
export interface Attempt {
  readonly key: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  answer?: { readonly status: number; readonly body: Record<string, unknown> };
  /** Why no answer came: `ECONNREFUSED`, `ECONNRESET`, `UND_ERR_SOCKET`. */
  failure?: string;
}

export interface Load {
  readonly attempts: readonly Attempt[];
  /** Resolves when every client has stopped. */
  stop(): Promise<void>;
}

const registration = {
  channel: 'phone',
  kind: 'complaint',
  level: 'general',
  item: 'fault',
  description: '冰箱不制冷',
  caller: { name: '王丽', phone: '138 0013 8000' },
} as const;

/** Milliseconds before a client that got no answer, or was told to come back, tries something else. */
const pause = 100;
/** Tickets that get messages from all clients at once. */
const busy = 10;

/** `clients` at once, registering tickets and adding messages to the same few, until stopped. */
export function startLoad(url: string, token: string, clients: number): Load {
  const attempts: Attempt[] = [];
  let stopped = false;
  const client = new ApiClient(url, token, 0);
  const tickets: string[] = [];
  const lane = async () => {
    while (!stopped) {
      const attempt = nextAttempt(tickets);
      attempts.push(attempt);
      try {
        const { status, body } = await client.post(attempt.path, attempt.body, { 'idempotency-key': attempt.key });
        attempt.answer = { status, body };
        if (status === 201) tickets.push(String(body['id']));
        if (status === 503) await sleep(pause);
      } catch (error) {
        attempt.failure = causeOf(error);
        await sleep(pause);
      }
    }
  };
  const lanes = Array.from({ length: clients }, lane);
  const stop = async () => {
    stopped = true;
    await Promise.all(lanes);
  };
  return { attempts, stop };
}

function nextAttempt(tickets: readonly string[]): Attempt {
  const key = randomUUID();
  const ticket = tickets.at(-1 - Math.floor(Math.random() * Math.min(busy, tickets.length)));
  if (ticket === undefined || Math.random() < 0.3)
    return { key, path: '/tickets', body: { ...registration, subject: `ticket ${key}` } };
  return { key, path: `/tickets/${ticket}/add-message`, body: { from: 'caller', text: `message ${key}` } };
}

export function isAcknowledged({ answer }: Attempt): boolean {
  return answer?.status === 200 || answer?.status === 201;
}

/** The client wraps what the socket said. */
function causeOf(error: unknown): string {
  const { code, message } = ((error as Error).cause ?? error) as { readonly code?: string; readonly message: string };
  return code ?? message;
}
