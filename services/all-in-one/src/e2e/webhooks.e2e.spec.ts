import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, startEmbedded, until, type Installation } from '@ledgerline/installation';
import { WebhookReceiver, type ReceivedEvent } from './webhook-receiver.js';

jest.setTimeout(180_000);

type Body = Readonly<Record<string, unknown>>;

describe('webhooks', () => {
  let installation: Installation;
  let admin: ApiClient;
  let receiver: WebhookReceiver;
  const secret = 'Quillfeather';
  beforeAll(async () => {
    installation = await startEmbedded({ env: { LEDGERLINE_WEBHOOK_NETWORKS: '127.0.0.0/8' } });
    admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
  });
  afterAll(async () => {
    expect(await installation.stop()).toEqual([0]);
  });
  beforeEach(async () => {
    receiver = new WebhookReceiver();
    await receiver.start();
  });
  afterEach(() => receiver.kill());

  const register = async (more: object = {}) => {
    const { body } = await admin.post('/tickets', {
      channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: secret, description: secret, caller: { name: secret }, ...more,
    }); // prettier-ignore
    return String(body['id']);
  };
  async function subscribe(more: object = {}): Promise<string> {
    const terms = { name: 'receiver', url: receiver.url, roles: ['auditor'], firstPause: 'PT0.02S', ...more };
    const { status, body } = await admin.post('/webhooks', terms);
    expect([status, body]).toEqual([201, expect.objectContaining({ secret: expect.stringMatching(/^whsec_/) })]);
    receiver.secret = String(body['secret']);
    return String(body['id']);
  }
  const change = async (id: string, what: string, body: object = {}) => {
    const answer = await admin.post(`/webhooks/${id}/${what}`, body);
    expect([what, answer.status, answer.body]).toEqual([what, 200, answer.body]);
    return answer.body;
  };
  const one = async (id: string) => (await admin.get(`/webhooks/${id}`)).body;
  const deadLetters = async (id: string) => (await admin.get(`/webhooks/${id}/dead-letters`)).body['items'] as readonly Body[];
  const remove = (id: string) => change(id, 'remove', { reason: 'over' });

  async function feedAfter(position: string): Promise<readonly ReceivedEvent[]> {
    const events: ReceivedEvent[] = [];
    for (let after = position; ;) {
      const { body } = await admin.get(`/events?limit=200&after=${after}`);
      events.push(...(body['items'] as ReceivedEvent[]));
      if (body['next'] === null) return events;
      after = String(body['next']);
    }
  }
  const end = async () => String((await admin.post('/tickets', {
    channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: 's', description: 'd', caller: { anonymous: true },
  })).body['position']); // prettier-ignore

  test('a consumer that dies, is slow, answers 500 and loses answers ends with exactly the content of the log, in its order', async () => {
    const after = await end();
    const id = await subscribe({ attempts: 20, after });
    receiver.mood = () => {
      const luck = Math.random();
      if (luck < 0.1) return 500;
      if (luck < 0.2) return 503;
      if (luck < 0.3) return 'hang-up';
      if (luck < 0.4) return 'take-and-hang-up';
      return luck < 0.5 ? new Promise((resolve) => setTimeout(() => resolve(200), 50)) : 204;
    };
    const load = (async () => {
      for (let n = 0; n < 25; n += 1) {
        const ticket = await register();
        await admin.post(`/tickets/${ticket}/add-message`, { from: 'caller', text: `word ${n}` });
      }
    })();
    for (let n = 0; n < 3; n += 1) {
      await until(() => receiver.events.size > n * 10);
      await receiver.kill();
      await receiver.start();
    }
    await load;
    await until(() => receiver.events.size > 40);
    await installation.kill();
    await installation.restart();
    const all = await eventually(() => feedAfter(after));
    expect(all.length).toBeGreaterThanOrEqual(50);
    await until(() => receiver.events.size >= all.length);
    expect([...receiver.events.values()]).toEqual(all);
    expect(JSON.stringify(all)).not.toContain(secret);
    expect([receiver.faults, await deadLetters(id)]).toEqual([[], []]);
    await remove(id);
  });

  test('sends the types that were asked for, and what is personal to whom the scope was given', async () => {
    const id = await subscribe({ types: ['ledgerline.ticket.message-added.v1'], scopes: ['personal'] });
    const ticket = await register();
    await admin.post(`/tickets/${ticket}/add-message`, { from: 'caller', text: secret });
    await until(() => receiver.events.size > 0);
    const [event] = receiver.events.values();
    expect(event).toMatchObject({
      type: 'ledgerline.ticket.message-added.v1',
      subject: ticket,
      data: { personal: { text: secret } },
    });
    const rotated = await change(id, 'rotate-secret', { bothForHours: 1 });
    expect(rotated['secret']).not.toBe(receiver.secret);
    await admin.post(`/tickets/${ticket}/add-message`, { from: 'caller', text: 'again' });
    await until(() => receiver.events.size > 1);
    expect(receiver.faults).toEqual([]);
    await remove(id);
  });

  test('a long answer is one: the event has arrived, and the next comes', async () => {
    const id = await subscribe({ types: ['ledgerline.ticket.registered.v1'] });
    receiver.mood = () => 200;
    receiver.text = 'x'.repeat(300_000);
    const before = receiver.calls;
    const [first, second] = [await register(), await register()];
    await until(() => receiver.events.size >= 2);
    expect([...receiver.events.values()].map(({ subject }) => subject)).toEqual([first, second]);
    expect(receiver.calls - before).toBe(2);
    receiver.text = 'thanks';
    await remove(id);
  });

  test('what is refused to the end is kept as a dead letter, the rest goes on, and it can be sent again by hand', async () => {
    const id = await subscribe({ attempts: 2 });
    const poison = await register();
    receiver.mood = ({ subject }) => (subject === poison ? 422 : 204);
    const other = await register();
    await until(() => [...receiver.events.values()].some(({ subject }) => subject === other));
    const letters = await eventually(async () => {
      const found = await deadLetters(id);
      if (found.length === 0) throw new Error('no dead letters yet');
      return found;
    });
    expect(letters[0]).toMatchObject({ ticket: poison, why: 'http-422', attempts: 2 });
    expect((await admin.post(`/webhooks/${id}/redeliver`, { events: ['none/none.1'] })).status).toBe(404);
    await change(id, 'redeliver');
    await until(async () => (await deadLetters(id)).every(({ again, attempts }) => again === false && attempts === 3));
    receiver.mood = () => 204;
    await change(id, 'redeliver');
    await until(async () => (await deadLetters(id)).length === 0);
    expect([...receiver.events.keys()]).toContain(letters[0]?.['event']);
    await remove(id);
  });

  test('is switched off after a long failure, and goes on where it stopped once it is resumed', async () => {
    const id = await subscribe({ giveUpAfter: 'PT0.3S' });
    await receiver.kill();
    const ticket = await register();
    await until(async () => (await one(id))['state'] === 'disabled');
    expect(await one(id)).toMatchObject({ why: 'unreachable', failingSince: expect.any(String), deadLetters: 0 });
    await receiver.start();
    await change(id, 'resume');
    await until(() => [...receiver.events.values()].some(({ subject }) => subject === ticket));
    receiver.mood = () => 410;
    await register();
    await until(async () => (await one(id))['why'] === 'http-410');
    await remove(id);
    expect((await admin.post(`/webhooks/${id}/resume`)).status).toBe(404);
  });

  test('goes to no address that is not of the whole Internet, unless its network was allowed', async () => {
    for (const url of ['http://[::1]:1/', 'http://169.254.169.254/latest', 'https://10.0.0.1/', 'http://[::ffff:10.0.0.1]/']) {
      const id = await subscribe({ url, giveUpAfter: 'PT0.05S' });
      await register();
      await until(async () => (await one(id))['state'] === 'disabled');
      expect([url, (await one(id))['why']]).toEqual([url, 'address-refused']);
      await remove(id);
    }
  });

  test('is the affair of administrators, and its body is looked at', async () => {
    const token = async (roles: readonly string[]) => String((await admin.post('/tokens', { name: 't', roles })).body['token']);
    const agent = new ApiClient(installation.url, await token(['agent']));
    const terms = { name: 'n', url: 'https://example.com/in', roles: ['auditor'] };
    expect([(await agent.post('/webhooks', terms)).status, (await agent.get('/webhooks')).status]).toEqual([403, 403]);
    const auditor = new ApiClient(installation.url, await token(['auditor']));
    expect([(await auditor.get('/webhooks')).status, (await auditor.post('/webhooks', terms)).status]).toEqual([200, 403]);
    for (const wrong of [{ url: 'ftp://x' }, { url: 'https://me:pass@example.com/' }, { roles: ['king'] }, { types: ['x'] }])
      expect([wrong, (await admin.post('/webhooks', { ...terms, ...wrong })).status]).toEqual([wrong, 400]);
    expect((await admin.post('/webhooks', { ...terms, after: 'main.1ffffffff.3' })).status).toBe(410);
    expect((await admin.get('/webhooks/none')).status).toBe(404);
  });
});
