import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startServices, until, type Installation } from '@ledgerline/installation';
import { mongoServer, startNats, type RunningMongo, type RunningNats } from '@ledgerline/servers';

jest.setTimeout(180_000);

describe('services over NATS', () => {
  let [nats, mongo]: [RunningNats, RunningMongo] = [undefined as never, undefined as never];
  let installation: Installation;
  beforeAll(async () => {
    [nats, mongo] = await Promise.all([startNats(), mongoServer()]);
    const env = {
      NATS_URL: nats.url,
      MONGODB_URL: mongo.url,
      LEDGERLINE_READ_MODELS: 'mongo',
      LEDGERLINE_VAULT_KEY: 'for tests',
    };
    installation = await startServices({ env });
  });
  afterAll(async () => {
    await installation.stop();
    await Promise.all([nats.stop(), mongo.stop()]);
  });

  test('a person is erased in every process and list, and the feed tells it live without them', async () => {
    const client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    const name = 'Zacharias Quillfeather';
    const { body } = await client.post('/tickets', {
      channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: name, description: name,
      caller: { name, phone: '13800138000' },
    }); // prettier-ignore
    const id = String(body['id']);
    const added = await client.post(`/tickets/${id}/add-message`, { from: 'caller', text: name });
    const after = { 'ledgerline-after': String(added.body['position']) };
    await until(async () => (await client.get('/tickets', after)).status === 200);
    expect((await client.post('/erasures', { ticket: id, ground: 'person-request' })).status).toBe(202);
    await until(async () => (await client.get(`/erasures/${id}`)).body['state'] === 'completed');
    const later = await client.post(`/tickets/${id}/add-message`, { from: 'caller', text: name });
    expect(later.status).toBe(200);
    const seen = [
      await client.get(`/tickets/${id}`),
      await client.get(`/tickets/${id}/events`),
      await client.get('/tickets'),
      await client.get('/customers'),
      await client.get('/events?limit=200'),
    ];
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(JSON.stringify(seen.map((answer) => answer.body))).not.toMatch(/Zacharias|13800138000/);
    expect((seen.at(-1)?.body['items'] as unknown[]).length).toBeGreaterThan(2);
  });
});
