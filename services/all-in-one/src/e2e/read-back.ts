import type { ApiClient } from '@ledgerline/installation';
import { isAcknowledged, type Attempt } from './load.js';

interface Timeline {
  readonly version: number;
  /** How often each text stands on it. */
  readonly texts: ReadonlyMap<string, number>;
}

type EventItem = { readonly version: number; readonly data: { readonly text?: string; readonly subject?: string } };

/** What of the acknowledged is not there exactly once, at its version or after, in words; empty where all is well. */
export async function missing(client: ApiClient, attempts: readonly Attempt[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const byTicket = Map.groupBy(attempts.filter(isAcknowledged), ({ answer }) => String(answer?.body['id']));
  for (const [ticket, all] of byTicket) {
    const timeline = await timelineOf(client, ticket);
    for (const { body, key, answer } of all) {
      const count = timeline?.texts.get(String(body['text'] ?? body['subject'])) ?? 0;
      if (count !== 1) faults.push(`${key} is ${count} times on ${ticket}`);
      const version = Number(answer?.body['version']);
      if (!((timeline?.version ?? 0) >= version)) faults.push(`${ticket} is at ${timeline?.version}, not at ${version}`);
    }
  }
  return faults;
}

/** A ticket's own account of itself; undefined where there is no such ticket. */
async function timelineOf(client: ApiClient, ticket: string): Promise<Timeline | undefined> {
  const texts = new Map<string, number>();
  let version = 0;
  for (let cursor = '0'; ;) {
    const { status, body } = await client.get(`/tickets/${ticket}/events?limit=200&cursor=${cursor}`);
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`${ticket}: ${status} ${JSON.stringify(body)}`);
    for (const item of body['items'] as readonly EventItem[]) {
      if (item.version !== version + 1) throw new Error(`${ticket}: version ${item.version} after ${version}`);
      version = item.version;
      const text = item.data.text ?? item.data.subject ?? '';
      texts.set(text, (texts.get(text) ?? 0) + 1);
    }
    if (body['next'] === null) return { version, texts };
    cursor = String(body['next']);
  }
}

/**
 * Sends attempts again under their keys, each twice at the same time: both have to be accepted with one answer, which is the
 * one that an acknowledged attempt had already.
 */
export async function repeat(client: ApiClient, attempts: readonly Attempt[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const waiting = [...attempts];
  const lane = async () => {
    for (let attempt = waiting.shift(); attempt; attempt = waiting.shift()) faults.push(...(await repeatOne(client, attempt)));
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return faults;
}

async function repeatOne(client: ApiClient, attempt: Attempt): Promise<readonly string[]> {
  const { path, body, key } = attempt;
  const send = () => client.post(path, body, { 'idempotency-key': key });
  const answers = await Promise.all([send(), send()]);
  const refused = answers.find(({ status }) => status >= 300);
  if (refused) return [`${key}: ${refused.status} ${JSON.stringify(refused.body)}`];
  const [one, other] = answers;
  const before = isAcknowledged(attempt) ? attempt.answer : one;
  const same = [one, other].every((answer) => JSON.stringify(answer.body) === JSON.stringify(before?.body));
  attempt.answer = { status: one.status, body: one.body };
  return same ? [] : [`${key}: another answer`];
}
