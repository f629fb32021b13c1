import { ApiClient } from '@ledgerline/installation';
import { randomUUID } from 'node:crypto';

/** A command as it was sent, and the answer where one came. */
export interface Attempt {
  readonly key: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  answer?: { readonly status: number; readonly body: Record<string, unknown> };
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

/** `clients` at once, each registering tickets and adding messages to its own, until stopped or refused a connection. */
export function startLoad(url: string, token: string, clients: number): Load {
  const attempts: Attempt[] = [];
  let stopped = false;
  const client = new ApiClient(url, token);
  const lane = async () => {
    const tickets: string[] = [];
    while (!stopped) {
      const attempt = nextAttempt(tickets);
      attempts.push(attempt);
      try {
        const { status, body } = await client.post(attempt.path, attempt.body, { 'idempotency-key': attempt.key });
        attempt.answer = { status, body };
        if (status === 201) tickets.push(String(body['id']));
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20));
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
  const ticket = tickets.at(-1);
  if (ticket === undefined || Math.random() < 0.3)
    return { key, path: '/tickets', body: { ...registration, subject: `ticket ${key}` } };
  return { key, path: `/tickets/${ticket}/add-message`, body: { from: 'caller', text: `message ${key}` } };
}

export function isAcknowledged({ answer }: Attempt): boolean {
  return answer?.status === 200 || answer?.status === 201;
}

/** How often each text stands on the timeline of a ticket; undefined where there is no such ticket. */
export async function textsOf(client: ApiClient, ticket: string): Promise<ReadonlyMap<string, number> | undefined> {
  const texts = new Map<string, number>();
  for (let cursor = '0'; ;) {
    const { status, body } = await client.get(`/tickets/${ticket}/events?limit=200&cursor=${cursor}`);
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`${ticket}: ${status} ${JSON.stringify(body)}`);
    for (const { data } of body['items'] as readonly { readonly data: { readonly text?: string; readonly subject?: string } }[]) {
      const text = data.text ?? data.subject ?? '';
      texts.set(text, (texts.get(text) ?? 0) + 1);
    }
    if (body['next'] === null) return texts;
    cursor = String(body['next']);
  }
}

/** What of the acknowledged is not there exactly once, in words; empty where all is well. */
export async function missing(client: ApiClient, attempts: readonly Attempt[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const byTicket = Map.groupBy(attempts.filter(isAcknowledged), ({ answer }) => String(answer?.body['id']));
  for (const [ticket, all] of byTicket) {
    const texts = await textsOf(client, ticket);
    for (const { body, key } of all) {
      const count = texts?.get(String(body['text'] ?? body['subject'])) ?? 0;
      if (count !== 1) faults.push(`${key} is ${count} times on ${ticket}`);
    }
  }
  return faults;
}

/** Sends attempts again under their keys; the answers that an acknowledged one got have to come again. */
export async function repeat(client: ApiClient, attempts: readonly Attempt[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const attempt of attempts) {
    const { status, body } = await client.post(attempt.path, attempt.body, { 'idempotency-key': attempt.key });
    if (status >= 300) faults.push(`${attempt.key}: ${status} ${JSON.stringify(body)}`);
    else if (isAcknowledged(attempt) && JSON.stringify(body) !== JSON.stringify(attempt.answer?.body))
      faults.push(`${attempt.key}: another answer`);
    else attempt.answer = { status, body };
  }
  return faults;
}
