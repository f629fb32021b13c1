import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, startEmbedded, type Installation } from '@ledgerline/installation';
import { newTicket } from './ticket-client.js';

jest.setTimeout(300_000);

let installation: Installation;
beforeAll(async () => {
  installation = await startEmbedded({ env: { LOG_LEVEL: 'fatal' } });
});
afterAll(async () => {
  await installation.stop();
});

type Surges = readonly { readonly id: string; readonly item: string; readonly tickets: readonly string[] }[];

/** R1.6: what was counted before the process died counts after, and what was told is not told again. */
test('a burst that a kill falls into is noticed, and noticed once', async () => {
  let admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
  const again = async () => {
    await installation.kill();
    await installation.restart();
    admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
  };
  let count = 0;
  await eventually(async () => {
    const { body } = await admin.get('/policies');
    const policies = body['items'] as readonly { code: string; inForce: { limits: { similar: { count: number } } } }[];
    count = policies.find(({ code }) => code === 'company')?.inForce.limits.similar.count ?? 0;
    expect(count).toBeGreaterThan(2);
  });
  const website = () => newTicket(admin, { item: 'website' });
  const noticed = async (): Promise<Surges> => (await admin.get('/surges')).body['items'] as Surges;
  const first = [];
  for (let place = 0; place < count - 1; place += 1) first.push(await website());
  await again();
  expect(await noticed()).toEqual([]);
  const last = await website();
  await eventually(async () => expect(await noticed()).toMatchObject([{ id: last.id, item: 'website' }]));
  await again();
  await website();
  // Counted in the log's order: once this burst is told, what came before it has been counted too.
  for (let place = 0; place < count; place += 1) await newTicket(admin, { item: 'privacy' });
  await eventually(async () => expect((await noticed()).map(({ item }) => item).toSorted()).toEqual(['privacy', 'website']));
  const [told] = (await noticed()).filter(({ item }) => item === 'website');
  expect(told?.tickets.toSorted()).toEqual([...first, last].map(({ id }) => id).toSorted());
});
