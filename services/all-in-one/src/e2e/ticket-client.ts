import { expect } from '@jest/globals';
import { ApiClient, type Installation } from '@ledgerline/installation';
import { aTicket } from './ticket-story.js';

/** One ticket over HTTP, as those of `ticketStory`'s company see it. */
export interface TicketClient {
  readonly id: string;
  /** A command that is accepted; the answer with its events. */
  does(client: ApiClient, command: string, body?: unknown): Promise<Record<string, unknown>>;
  /** A command that is refused with this code. */
  refused(client: ApiClient, command: string, body: unknown, code: string): Promise<void>;
  seenBy(client: ApiClient): Promise<Record<string, unknown>>;
  /** Types of its events, in order. */
  history(client: ApiClient): Promise<readonly string[]>;
}

export async function signIn(installation: Installation, ...usernames: readonly string[]): Promise<readonly ApiClient[]> {
  return Promise.all(usernames.map((username) => ApiClient.as(installation.url, username, 'a-good-long-password')));
}

export async function newTicket(client: ApiClient, change: object = {}): Promise<TicketClient> {
  const { status, body } = await client.post('/tickets', { ...aTicket, ...change });
  expect(status).toBe(201);
  return ticketClient(String(body['id']));
}

function ticketClient(id: string): TicketClient {
  const path = `/tickets/${id}`;
  return {
    id,
    async does(client, command, body = {}) {
      const answer = await client.post(`${path}/${command}`, body);
      expect([command, answer.status, answer.body['code']]).toEqual([command, 200, undefined]);
      return answer.body;
    },
    async refused(client, command, body, code) {
      expect([command, (await client.post(`${path}/${command}`, body)).body['code']]).toEqual([command, code]);
    },
    async seenBy(client) {
      return (await client.get(path)).body;
    },
    async history(client) {
      const { body } = await client.get(`${path}/events?limit=200`);
      return (body['items'] as readonly { readonly type: string }[]).map(({ type }) => type);
    },
  };
}
