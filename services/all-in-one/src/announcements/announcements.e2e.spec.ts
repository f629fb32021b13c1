import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
type Item = Readonly<Record<string, unknown>>;
const itemsOf = ({ body }: Answer) => body['items'] as readonly Item[];

let host: HostWithClock;
const names = ['agent1', 'agent2', 'stranger', 'office'] as const;
const people = {} as Record<(typeof names)[number], ApiClient>;
/** Sessions do not outlast the days that pass here. */
async function signIn() {
  for (const name of names) people[name] = await ApiClient.signIn(String(host.running.address), name, password);
}
beforeAll(async () => {
  host = await HostWithClock.start(new SettableClock(Temporal.Instant.from('2026-03-02T10:00:00+08:00').epochMilliseconds));
  await host.accepted('administration', 'create-department', 'sales', { body: { code: 'sales', name: 'sales' } });
  for (const [username, role, department] of [
    ['agent1', 'agent', 'call-centre'],
    ['agent2', 'agent', 'call-centre'],
    ['stranger', 'handler', 'sales'],
    ['office', 'office', 'sales'],
  ] as const)
    await host.accepted('administration', 'create-user', username, {
      body: { username, name: username, password, roles: [role], departments: [department] },
    });
  await signIn();
  await host.settled();
});
afterAll(() => host.stop());

const refused = ({ status, body }: Answer) => [status, body['code']];

test('an announcement waits for its readers until each has confirmed; who has not is reminded, and a corrected one asks anew', async () => {
  const { agent1, stranger, office } = people;
  const files = async (name: (typeof names)[number], path: string, body?: string) => {
    const token = await ApiClient.tokenOf(String(host.running.address), name, password);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
    const how = body === undefined ? { headers } : { method: 'POST', headers, body };
    return fetch(`${String(host.running.address)}/api/v1/attachments${path}`, how);
  };
  const stored = await files('office', '', '停机清单');
  const { id: attachment } = (await stored.json()) as { readonly id: string };
  const words = {
    title: '周六停机维护',
    text: '周六 22:00 起电话系统停机两小时。',
    departments: ['call-centre'],
    mustConfirm: true,
  };
  expect(refused(await stranger.post('/announcements', words))).toEqual([403, 'not-allowed']);
  expect(refused(await office.post('/announcements', { title: 'x', text: 'x' }))).toEqual([400, 'audience-required']);
  const { id } = ok(await office.post('/announcements', { ...words, attachments: [attachment] }), 201);
  const announcement = `/announcements/${String(id)}`;

  const waiting = async (client: ApiClient) =>
    itemsOf(await client.get('/announcements?toConfirm=true')).map(({ title }) => title);
  await eventually(async () => expect(await waiting(agent1)).toEqual([words.title]));
  expect([await waiting(stranger), refused(await stranger.get(announcement))]).toEqual([[], [404, 'announcement-not-found']]);
  const file = async (name: (typeof names)[number]) => (await files(name, `/${attachment}`)).status;
  expect([await file('agent1'), await file('stranger')]).toEqual([200, 404]);
  const kindsOf = async (name: (typeof names)[number]) =>
    itemsOf(await people[name].get('/notifications')).flatMap(({ kind, announcement: of }) => (of === id ? [kind] : []));
  await eventually(async () => expect(await kindsOf('agent1')).toEqual(['announcement']));

  ok(await agent1.post(`${announcement}/confirm`, { edition: 1 }));
  expect(refused(await agent1.post(`${announcement}/confirm`, { edition: 1 }))).toEqual([409, 'already-confirmed']);
  expect(refused(await stranger.post(`${announcement}/confirm`, { edition: 1 }))).toEqual([404, 'announcement-not-found']);
  await eventually(async () => expect(await waiting(agent1)).toEqual([]));
  expect(ok(await agent1.get(announcement))).toMatchObject({ status: 'in-force', toConfirm: false, edition: 1 });
  const who = async (confirmed: boolean) =>
    itemsOf(await office.get(`${announcement}/receipts?confirmed=${String(confirmed)}`)).map(({ account }) => account);
  const [has, hasNot] = [await who(true), await who(false)];
  expect([has.length, hasNot.length]).toEqual([1, 1]);
  expect(ok(await office.get(announcement))).toMatchObject({ addressed: 2, confirmed: 1 });
  expect(refused(await agent1.get(`${announcement}/receipts`))).toEqual([403, 'not-allowed']);

  // Two days on whoever has not confirmed is reminded, and nobody else.
  host.clock.passTo('2026-03-04 10:01');
  await signIn();
  await eventually(async () => expect(await kindsOf('agent2')).toEqual(['announcement-reminder', 'announcement']));
  expect(await kindsOf('agent1')).toEqual(['announcement']);

  // A corrected one asks everybody anew.
  ok(await people.office.post(`${announcement}/correct`, { text: '改为周日 22:00 起。', reason: '日期有误' }));
  await eventually(async () => expect(await waiting(people.agent1)).toEqual([words.title]));
  const left = async (confirmed: boolean) =>
    itemsOf(await people.office.get(`${announcement}/receipts?confirmed=${String(confirmed)}`)).length;
  expect([await left(true), await left(false)]).toEqual([0, 2]);
  expect(refused(await people.agent1.post(`${announcement}/confirm`, { edition: 1 }))).toEqual([
    409,
    'announcement-was-corrected',
  ]);
  ok(await people.agent1.post(`${announcement}/confirm`, { edition: 2 }));
  const { version } = ok(await people.agent2.get(announcement));
  const confirmed = (from: unknown) =>
    people.agent2.post(`${announcement}/confirm`, { edition: 2 }, { 'if-match': `"${String(from)}"` });
  expect(refused(await confirmed(1))).toEqual([412, 'version-mismatch']);
  expect(ok(await confirmed(version))).toMatchObject({ version });
  await eventually(async () => expect(ok(await people.office.get(announcement))).toMatchObject({ edition: 2, confirmed: 2 }));

  // What is for later waits for its time; what is withdrawn waits for nobody.
  const later = { title: '新话术', text: '四月起用。', roles: ['agent'], from: '2026-03-06T09:00:00+08:00', mustConfirm: true };
  const { id: second } = ok(await people.office.post('/announcements', later), 201);
  expect(await waiting(people.agent1)).toEqual([]);
  host.clock.passTo('2026-03-06 09:01');
  await signIn();
  await eventually(async () => expect(await waiting(people.agent1)).toEqual(['新话术']));
  ok(await people.office.post(`/announcements/${String(second)}/withdraw`, { reason: '暂缓' }));
  await eventually(async () => expect(await waiting(people.agent1)).toEqual([]));
  expect(refused(await people.agent1.post(`/announcements/${String(second)}/confirm`, { edition: 1 }))).toEqual([409, 'announcement-is-withdrawn']); // prettier-ignore
  const log = (await host.running.ledgerline.store.read(undefined, 100_000)).map(({ text }) => text).join('\n');
  for (const word of ['停机', '周日', '日期有误', '新话术', '暂缓']) expect(log).not.toContain(word);
});
