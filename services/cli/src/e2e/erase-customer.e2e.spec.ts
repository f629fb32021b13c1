import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, startEmbedded, until, type Installation } from '@ledgerline/installation';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerline, result } from './command-line.js';

jest.setTimeout(180_000);

const day = 86_400_000;
let installation: Installation;
let client: ApiClient;
const clock = join(mkdtempSync(join(tmpdir(), 'ledgerline-clock-')), 'clock.json');
const ahead = (days: number) => writeFileSync(clock, JSON.stringify({ ahead: days * day }));

beforeAll(async () => {
  ahead(0);
  const env = { LEDGERLINE_TEST_CLOCK: clock, LEDGERLINE_ARCHIVE_AFTER_DAYS: '1', LEDGERLINE_RETENTION_DAYS: '30' };
  installation = await startEmbedded({ env });
  client = await ApiClient.signIn(installation.url, 'admin', adminPassword);
});
afterAll(async () => {
  await installation.kill();
  await rm(installation.data, { recursive: true, force: true });
});

async function register(name: string, phone: string): Promise<string> {
  const { body } = await client.post('/tickets', {
    channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', subject: `${name} 01`, description: name, caller: { name, phone },
  }); // prettier-ignore
  return String(body['id']);
}
const closed = async (ticket: string) => {
  expect((await client.post(`/tickets/${ticket}/answer`, { text: 'so it is' })).status).toBe(200);
  const { status, body } = await client.post(`/tickets/${ticket}/close`, { code: 'resolved' });
  expect([status, body['code']]).toEqual([200, undefined]);
};
const stateOf = async (path: string) => (await client.get(`/erasures/${path}`)).body['state'];
const traces = async (words: string) => {
  const found: string[] = [];
  for (const entry of await readdir(installation.data, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).toString('latin1').toLowerCase().includes(words))
      found.push(entry.name);
  return found;
};

test('a customer is erased with all of their tickets, and nobody else is', async () => {
  const first = await register('Quillfeather', '13800138000');
  const second = await register('Quillfeather', '13800138000');
  await register('Bartholomew', '13900139000');
  const customer = await eventually(async () => {
    const { body } = await client.get('/customers?phone=13800138000');
    return String((body['items'] as readonly [{ id: string }])[0].id);
  });
  await eventually(async () => {
    const { body } = await client.get(`/customers/${customer}/tickets`);
    expect(new Set((body['items'] as readonly { id: string }[]).map(({ id }) => id))).toEqual(new Set([first, second]));
  });
  for (const wrong of [{}, { ticket: first, customer }])
    expect((await client.post('/erasures', { ...wrong, ground: 'person-request' })).status).toBe(400);
  expect((await client.post('/erasures', { customer: 'nobody', ground: 'person-request' })).status).toBe(404);
  expect((await client.post('/legal-holds', { customer, ground: 'audit' })).status).toBe(201);
  expect((await client.post('/erasures', { customer, ground: 'person-request' })).body['code']).toBe('legal-hold');
  expect((await client.post('/legal-holds/release', { customer, ground: 'audit' })).status).toBe(200);
  const env = { LEDGERLINE_URL: installation.url, LEDGERLINE_DATA: installation.data };
  const erased = await ledgerline(['erase', '--customer', customer, '--json', '--as', 'admin'], {
    env,
    input: `${adminPassword}\n`,
  });
  expect([erased.code, result(erased)['state']]).toEqual([0, 'completed']);
  expect(await stateOf(`customers/${customer}`)).toBe('completed');
  expect([await traces('quillfeather'), await traces('13800138000')]).toEqual([[], []]);
  expect((await traces('bartholomew')).length).toBeGreaterThan(0);
});

test('merged customers are one person to a hold and to an erasure', async () => {
  const numbers = ['13600010001', '13600020002'] as const;
  for (const phone of numbers) await register('Merriweather', phone);
  const found = async (phone: string) =>
    ((await client.get(`/customers?phone=${phone}`)).body['items'] as readonly { id: string }[])[0]?.id;
  await eventually(async () => expect([await found(numbers[0]), await found(numbers[1])]).not.toContain(undefined));
  const [survivor, other] = [String(await found(numbers[0])), String(await found(numbers[1]))];
  expect((await client.post('/legal-holds', { customer: other, ground: 'audit' })).status).toBe(201);
  expect((await client.post(`/customers/${other}/merge`, { into: survivor, reason: 'the same Merriweather' })).status).toBe(200);
  await eventually(async () => {
    expect((await client.get(`/customers/${survivor}`)).body['merged']).toHaveLength(1);
    expect((await client.get(`/customers/${survivor}/tickets`)).body['items']).toHaveLength(2);
  });
  for (const [step, body] of [
    ['profile', { name: 'Merriweather', organisation: 'Merriweather Ltd', language: 'en' }],
    ['add-entry', { kind: 'concern', text: 'what Merriweather is concerned about' }],
    ['give-consent', { purpose: 'survey', means: 'email', way: 'email', evidence: 'mail of Merriweather' }],
  ] as const)
    expect([step, (await client.post(`/customers/${other}/${step}`, body)).status]).toEqual([step, 200]);
  const order = { customer: survivor, ground: 'person-request' };
  expect((await client.post('/erasures', order)).body['code']).toBe('legal-hold');
  expect((await client.post('/legal-holds/release', { customer: other, ground: 'audit' })).status).toBe(200);
  expect((await client.post('/erasures', order)).status).toBe(202);
  await until(async () => (await stateOf(`customers/${survivor}`)) === 'completed');
  expect(await stateOf(`customers/${other}`)).toBe('completed');
  expect((await client.get(`/customers/${survivor}/profile`)).body['profiles']).toMatchObject([
    { details: {} },
    { details: { erased: true }, entries: [{ content: { erased: true } }] },
  ]);
  expect([await traces('merriweather'), await traces(numbers[0]), await traces(numbers[1])]).toEqual([[], [], []]);
});

test('a person whose tickets are archived for as long as data are kept is erased by itself; one with a younger ticket is not', async () => {
  const [old, held, older] = [await register('Winterbottom', '13700000001'), await register('Summerfield', '13700000002'), await register('Autumnwood', '13700000003')]; // prettier-ignore
  for (const ticket of [old, held, older]) await closed(ticket);
  expect((await client.post('/legal-holds', { ticket: held, ground: 'litigation' })).status).toBe(201);
  const archived = async (ticket: string) => (await client.get(`/tickets/${ticket}`)).body['status'] === 'archived';
  ahead(3);
  client = await eventually(() => ApiClient.signIn(installation.url, 'admin', adminPassword));
  await until(async () => (await archived(old)) && (await archived(held)) && (await archived(older)));
  const younger = await register('Autumnwood', '13700000003');
  await eventually(async () => expect((await client.get(`/tickets/${younger}`)).body['customer']).toEqual(expect.anything()));
  ahead(40);
  client = await eventually(() => ApiClient.signIn(installation.url, 'admin', adminPassword));
  await until(async () => (await stateOf(old)) === 'completed');
  expect((await client.get(`/erasures/${old}`)).body).toMatchObject({ ground: 'retention-over', orderedBy: 'retention' });
  expect([await stateOf(held), await stateOf(older)]).toEqual(['none', 'none']);
  expect([await traces('winterbottom'), (await traces('summerfield')).length > 0]).toEqual([[], true]);
});
