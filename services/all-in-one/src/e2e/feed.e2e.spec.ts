import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded, until, type Installation } from '@ledgerline/installation';

jest.setTimeout(180_000);

interface Event {
  readonly id: string;
  readonly type: string;
  readonly position: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe('the public feed', () => {
  let installation: Installation;
  let admin: ApiClient;
  let reader: string;
  const secret = 'Quillfeather';
  const token = async (roles: readonly string[], scopes: readonly string[] = [], departments: readonly string[] = []) =>
    String((await admin.post('/tokens', { name: 'pipeline', roles, scopes, departments })).body['token']);
  const register = (more: object = {}) =>
    admin.post('/tickets', {
      channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: secret, description: secret, caller: { name: secret }, ...more,
    }); // prettier-ignore
  beforeAll(async () => {
    installation = await startEmbedded();
    admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    reader = await token(['auditor']);
  });
  afterAll(async () => {
    expect(await installation.stop()).toEqual([0]);
  });

  async function everything(bearer: string, limit = 7): Promise<readonly Event[]> {
    const client = new ApiClient(installation.url, bearer);
    const events: Event[] = [];
    for (let after = ''; ;) {
      const { status, body } = await client.get(`/events?limit=${limit}${after === '' ? '' : `&after=${after}`}`);
      expect(status).toBe(200);
      events.push(...(body['items'] as Event[]));
      if (body['next'] === null) return events;
      after = String(body['next']);
    }
  }

  /** Reads live from a position until so many events came, then breaks off, in the middle of whatever comes. */
  async function some(
    bearer: string,
    from: string | undefined,
    most: number,
    take: (event: Event, id: string | undefined) => void,
  ) {
    const broken = new AbortController();
    let late: NodeJS.Timeout | undefined;
    const headers = { authorization: `Bearer ${bearer}`, ...(from === undefined ? {} : { 'last-event-id': from }) };
    let [text, count] = ['', 0];
    try {
      const response = await fetch(`${installation.url}/api/v1/events/stream`, { headers, signal: broken.signal });
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      late = setTimeout(() => broken.abort(), 2_000);
      for await (const piece of response.body as AsyncIterable<Uint8Array>) {
        text += new TextDecoder().decode(piece);
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const lines = text.slice(0, end).split('\n');
          text = text.slice(end + 2);
          const data = lines.find((line) => line.startsWith('data: '))?.slice(6);
          if (data === undefined) continue;
          take(JSON.parse(data) as Event, lines.find((line) => line.startsWith('id: '))?.slice(4));
          if ((count += 1) >= most) return broken.abort();
        }
      }
    } catch (error) {
      if (!broken.signal.aborted) throw error;
    } finally {
      clearTimeout(late);
    }
  }

  test('a consumer that is killed at random points ends with exactly the content of the log', async () => {
    const start = String((await new ApiClient(installation.url, reader).get('/events?limit=200')).body['position']);
    let busy = true;
    const load = (async () => {
      for (let n = 0; busy && n < 60; n += 1) {
        const { body } = await register();
        await admin.post(`/tickets/${String(body['id'])}/add-message`, { from: 'caller', text: `word ${n}` });
      }
    })();
    const consumed = new Map<string, Event>();
    let position = start;
    const turn = () =>
      some(reader, position, 1 + Math.floor(Math.random() * 25), (event, id) => {
        consumed.set(event.id, event);
        if (id !== undefined) position = id;
      });
    for (let n = 0; n < 12; n += 1) await turn();
    await load;
    busy = false;
    const all = await everything(reader);
    await until(async () => {
      await turn();
      return consumed.size >= all.length;
    });
    expect([...consumed.keys()]).toEqual(all.map(({ id }) => id));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(100);
  });

  test('is CloudEvents with types of its own, and nothing personal without the scope', async () => {
    const events = await everything(reader, 200);
    expect(events[0]).toMatchObject({
      specversion: '1.0', source: '/ledgerline/main', type: 'ledgerline.ticket.registered.v1', datacontenttype: 'application/json',
      data: { ticket: events[0]?.subject, kind: 'complaint', level: 'general', item: 'fault' },
    }); // prettier-ignore
    expect(JSON.stringify(events)).not.toContain(secret);
    const scoped = await everything(await token(['auditor'], ['personal']), 200);
    expect(scoped.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(JSON.stringify(scoped[0])).toContain(secret);
  });

  test('shows of confidential tickets nothing to whoever may not see them', async () => {
    const { body } = await register({ confidential: true });
    const id = String(body['id']);
    const subjects = async (bearer: string) => (await everything(bearer, 200)).map(({ subject }) => subject);
    expect(await subjects(reader)).toContain(id);
    expect(await subjects(await token(['agent']))).not.toContain(id);
    await admin.post('/departments', { code: 'after-sales', name: '售后' });
    const department = await token(['handler'], [], ['after-sales']);
    expect(await subjects(department)).toEqual([]);
  });

  test('refuses positions of another life or none, and who is not signed in', async () => {
    const client = new ApiClient(installation.url, reader);
    expect((await client.get('/events?after=main.1ffffffff.3')).status).toBe(410);
    expect((await client.get('/events?after=elsewhere.1a.3')).status).toBe(400);
    expect((await client.get('/events/stream', { 'last-event-id': 'main.1ffffffff.3' })).status).toBe(410);
    expect((await client.get('/events/stream', { 'last-event-id': 'x' })).status).toBe(400);
    expect((await client.get('/events?limit=0')).status).toBe(400);
    expect((await new ApiClient(installation.url).get('/events')).status).toBe(401);
  });
});
