import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startServices } from '@ledgerline/installation';
import { mongoServer, startNats, type RunningMongo, type RunningNats } from '@ledgerline/servers';
import { ledgerline, result } from './command-line.js';
import { filledInstallation, secretWords, type Filled } from './filled-installation.js';

jest.setTimeout(180_000);

describe('beside services over NATS, read models in MongoDB', () => {
  let nats: RunningNats;
  let mongo: RunningMongo;
  let filled: Filled;
  let env: Record<string, string>;
  beforeAll(async () => {
    [nats, mongo] = await Promise.all([startNats(), mongoServer()]);
    const settings = {
      NATS_URL: nats.url,
      MONGODB_URL: mongo.url,
      LEDGERLINE_READ_MODELS: 'mongo',
      LEDGERLINE_VAULT_KEY: 'a key for tests',
    };
    filled = await filledInstallation(3, () => startServices({ env: settings }));
    env = { ...settings, LEDGERLINE_STORE: 'jetstream', LEDGERLINE_DATA: filled.installation.data, PORT: '0' };
  });
  afterAll(async () => {
    await filled.installation.stop();
    await Promise.all([nats.stop(), mongo.stop()]);
  });

  test('the log is whole', async () => {
    expect(result(await ledgerline(['verify', '--json'], { env }))).toMatchObject({ whole: true });
  });

  test('a ticket is replayed, its personal fields with the vault key alone', async () => {
    const { number } = filled.tickets[1] as { number: string };
    const ran = await ledgerline(['replay', number, '--personal', '--json'], { env });
    expect(result(ran)['ticket']).toMatchObject({ number, subject: secretWords[1], messages: 1 });
    const { LEDGERLINE_VAULT_KEY: _without, ...keyless } = env;
    const refused = await ledgerline(['replay', number, '--personal', '--json'], { env: keyless });
    expect([refused.code, result(refused)]).toMatchObject([1, { error: { code: 'no-vault-key' } }]);
    expect((await ledgerline(['replay', number], { env: keyless })).code).toBe(0);
  });

  test('an auditor’s download of the log from JetStream says who took it, and verifies', async () => {
    const issued = await filled.client.post('/tokens', { name: 'the-auditor', roles: ['auditor'], departments: [] });
    const headers = { authorization: `Bearer ${String(issued.body['token'])}` };
    const taken = await (await fetch(`${filled.installation.url}/api/v1/exports/log`, { headers })).text();
    expect(JSON.parse(taken.slice(0, taken.indexOf('\n')))).toMatchObject({ stamp: { exportedBy: 'the-auditor (API token)' } });
    expect(result(await ledgerline(['verify', '--file', '-', '--json'], { input: taken }))).toMatchObject({ whole: true });
    const courses = await (await fetch(`${filled.installation.url}/api/v1/exports/xes`, { headers })).text();
    expect(courses.match(/<trace>/g)).toHaveLength(3);
  });

  test('read models are rebuilt, gone over to, and equal to a fresh replay', async () => {
    const rebuilt = await ledgerline(['rebuild', '--all', '--json'], { env });
    expect([rebuilt.code, rebuilt.stdout.includes('"generation":2')]).toEqual([0, true]);
    const { id } = filled.tickets[0] as { id: string };
    const { body } = await filled.client.post(`/tickets/${id}/add-message`, { from: 'caller', text: 'one more' });
    const list = await filled.client.get('/tickets', { 'ledgerline-after': String(body['position']) });
    expect((list.body['items'] as { id: string; messages: number }[]).find((ticket) => ticket.id === id)?.messages).toBe(2);
    const checked = await ledgerline(['rebuild', '--all', '--check', '--json'], { env });
    expect([checked.code, result(checked)['equal']]).toEqual([0, true]);
  });

  test('the doctor finds everything in order', async () => {
    const ran = await ledgerline(['doctor', '--json', '--nats-monitor', nats.monitor], { env });
    expect([ran.code, (result(ran)['findings'] as { state: string }[]).filter(({ state }) => state === 'fail')]).toEqual([0, []]);
  });
});
