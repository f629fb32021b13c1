import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
type Items = readonly Readonly<Record<string, unknown>>[];
const itemsOf = ({ body }: Answer) => body['items'] as Items;

let host: HostWithClock;
let [agent, manager, coordinator]: readonly [ApiClient, ApiClient, ApiClient] = [] as never;
beforeEach(async () => {
  host = await HostWithClock.start(new SettableClock(Temporal.Instant.from('2026-03-04T10:00:00+08:00').epochMilliseconds));
  await host.accepted('administration', 'create-department', 'quality', { body: { code: 'quality', name: 'quality' } });
  for (const [username, role, department] of [
    ['agent1', 'agent', 'call-centre'],
    ['quality-m', 'manager', 'quality'],
    ['coordinator1', 'coordinator', 'call-centre'],
  ])
    await host.accepted('administration', 'create-user', String(username), {
      body: { username, name: username, password, roles: [role], departments: [department] },
    });
  const signIn = (name: string) => ApiClient.signIn(String(host.running.address), name, password);
  [agent, manager, coordinator] = [await signIn('agent1'), await signIn('quality-m'), await signIn('coordinator1')];
});
afterEach(() => host.stop());

test('faults that come again are one problem: what helps is before whoever takes the next call, and what is open is seen when it is gone', async () => {
  const fault = { kind: 'fault-repair', item: 'fault', product: 'x-200' };
  const [one, two] = [await host.register(fault), await host.register(fault)];
  const secret = await host.register({ ...fault, confidential: true });
  const opened = {
    title: 'X-200 不制冷',
    text: '开机后不制冷。',
    department: 'quality',
    item: 'fault',
    product: 'x-200',
    tickets: [one],
  };
  const { id } = ok(await agent.post('/problems', opened), 201);
  const problem = `/problems/${String(id)}`;
  expect((await agent.post(`${problem}/link`, { tickets: [secret] })).body['code']).toBe('unknown-ticket');
  ok(await agent.post(`${problem}/link`, { tickets: [two] }));
  ok(await coordinator.post(`${problem}/link`, { tickets: [secret] }));
  expect((await agent.post(`${problem}/declare-known-error`, { cause: 'c', workaround: 'w', reason: 'r' })).status).toBe(403);
  const way = { cause: '密封圈老化', workaround: '断电十分钟后再开机。', reason: '现场确认' };
  ok(await manager.post(`${problem}/declare-known-error`, way));
  ok(
    await manager.post(`${problem}/declare-known-error`, { ...way, workaround: '断电二十分钟后再开机。', reason: '十分钟不够' }),
  );
  await host.settled();
  const fitting = async (query: string) => itemsOf(await agent.get(`/problems?${query}`)).map(({ id: found }) => found);
  await eventually(async () => expect(await fitting('fitsItem=fault&fitsProduct=x-200&fitsKind=complaint')).toEqual([id]));
  expect([await fitting('fitsItem=fault'), await fitting('fitsItem=product&fitsProduct=x-200')]).toEqual([[], []]);
  const shown = ok(await agent.get(problem));
  expect(shown).toMatchObject({
    status: 'known-error',
    workaround: { version: 2, text: '断电二十分钟后再开机。' },
    tickets: { linked: 2, open: 2 },
  });
  expect((shown['history'] as Items).map(({ type, data }) => (data as { reason?: string }).reason ?? type)).toEqual([
    'ProblemOpened', 'ProblemTicketLinked', 'ProblemTicketLinked', '现场确认', '十分钟不够',
  ]); // prettier-ignore
  expect(JSON.stringify(shown)).not.toContain(secret);
  expect(ok(await coordinator.get(problem))['tickets']).toEqual({ linked: 3, open: 3 });
  // Of the list as of the page: who does not see the ticket does not count it.
  expect(itemsOf(await agent.get('/problems'))).toMatchObject([{ tickets: { linked: 2 } }]);
  expect(itemsOf(await coordinator.get('/problems'))).toMatchObject([{ tickets: { linked: 3 } }]);
  expect([itemsOf(await agent.get(`/problems?ticket=${two}`)).length, itemsOf(await agent.get(`/problems?ticket=${secret}`)).length]).toEqual([1, 0]); // prettier-ignore
  ok(await agent.post(`/tickets/${one}/answer`, { text: '请断电二十分钟。' }));
  ok(await manager.post(`${problem}/resolve`, { fix: '已更换密封圈供应商。' }));
  await host.settled();
  const open = async (client: ApiClient) => itemsOf(await client.get(`${problem}/tickets?open=true`)).map(({ ticket }) => ticket);
  expect([await open(agent), await open(coordinator), await open(manager)]).toEqual([[two], [secret, two], []]);
  await eventually(async () => expect(await fitting('fitsItem=fault&fitsProduct=x-200')).toEqual([]));
  ok(await coordinator.post(`${problem}/reopen`, { reason: '又来了。' }));
  expect(ok(await agent.get(problem))).toMatchObject({ status: 'known-error', workaround: { version: 2 } });
  // No word of it stands in the log.
  const log = (await host.running.ledgerline.store.read(undefined, 100_000)).map(({ text }) => text).join('\n');
  for (const word of ['X-200 不制冷', way.cause, '二十分钟', '现场确认', '供应商']) expect(log).not.toContain(word);
});
