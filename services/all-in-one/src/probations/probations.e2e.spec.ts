import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
type Item = Readonly<Record<string, unknown>>;
const itemsOf = ({ body }: Answer) => body['items'] as readonly Item[];

let host: HostWithClock;
const names = ['personnel', 'manager', 'stranger', 'leader', 'office', 'auditor', 'employee'] as const;
const people = {} as Record<(typeof names)[number], ApiClient>;
/** Sessions do not outlast the weeks that pass here. */
async function signIn() {
  for (const name of names) people[name] = await ApiClient.signIn(String(host.running.address), name, password);
}
beforeAll(async () => {
  host = await HostWithClock.start(new SettableClock(Temporal.Instant.from('2026-03-02T10:00:00+08:00').epochMilliseconds));
  for (const code of ['quality', 'sales'])
    await host.accepted('administration', 'create-department', code, { body: { code, name: code } });
  for (const [username, role, department] of [
    ['personnel', 'personnel', 'quality'],
    ['manager', 'manager', 'quality'],
    ['stranger', 'manager', 'sales'],
    ['leader', 'leader', 'quality'],
    ['office', 'office', 'quality'],
    ['auditor', 'auditor', 'quality'],
    ['employee', 'handler', 'quality'],
  ] as const) {
    const body = { username, name: username, password, roles: [role], departments: [department] };
    await host.accepted('administration', 'create-user', username, { body });
  }
  await signIn();
});
afterAll(() => host.stop());

const refused = ({ status, body }: Answer) => [status, body['code']];

const lilei = {
  name: '李雷', identityNumber: '11010119990101001X', account: 'employee', department: 'quality', post: 'technician', reportsOn: '2026-03-02',
  contractTerm: 'fixed', contractEndsOn: '2027-03-01', regularWage: 800_000,
}; // prettier-ignore

test('a probation of the law’s two months: shown to whom it concerns, reminded of, and regular when its last day has passed', async () => {
  const { personnel, manager, stranger, leader, office, auditor, employee } = people;
  expect(refused(await manager.post('/probations', lilei))).toEqual([403, 'not-allowed']);
  expect(refused(await personnel.post('/probations', { ...lilei, reportsOn: '2026-02-30' }))).toEqual([400, 'invalid-body']);
  const { id } = ok(await personnel.post('/probations', lilei), 201);
  const probation = `/probations/${String(id)}`;
  expect(refused(await personnel.post('/probations', { ...lilei, identityNumber: '11010119990101001x' }))).toEqual([
    409,
    'had-probation-before',
  ]);

  const seen = ok(await personnel.get(probation));
  expect(seen).toMatchObject({
    name: '李雷',
    months: 2,
    lastDay: '2026-05-01',
    pay: { regular: 800_000, probation: 800_000 },
    rule: { code: 'default', draft: 1 },
  });
  const cites = (seen['explanation'] as readonly Item[]).map((one) => [one['cites'], one['zh']]);
  expect(cites).toEqual([
    ['probation-rule default.1', '按规定第 1 版（default，开始时生效）：自报到日 2026-03-02 起 2 个月，至 2026-05-01。'],
    ['LCL 19', '《劳动合同法》第十九条：劳动合同期限一年以上不满三年，试用期最长 2 个月，最迟至 2026-05-01。'],
  ]);
  const told = async (client: ApiClient) => {
    const { pay, requests, history, code } = (await client.get(probation)).body;
    return code ?? [pay !== undefined, requests !== undefined, JSON.stringify(history).includes('800000')];
  };
  expect(await Promise.all([personnel, leader, auditor, manager, employee, office, stranger].map(told))).toEqual([
    [true, true, true], [true, true, true], [true, true, true], [false, true, false], [true, false, true], [false, false, false], 'probation-not-found',
  ]); // prettier-ignore
  const looks = (await host.running.ledgerline.store.load(`access.${String(id)}` as never)).length;
  expect(looks).toBe(5); // Whoever looked but the employee, each once in these minutes.

  ok(await manager.post(`${probation}/tell-conditions`, { conditions: ['独立接单'], toldOn: '2026-03-02' }));
  ok(await manager.post(`${probation}/request-ending`, { unmet: [1], proofs: ['4 月质检单'], reason: '不能独立接单' }));
  expect(refused(await personnel.post(`${probation}/approve`, { request: 1 }))).toEqual([403, 'not-allowed']);
  expect(refused(await employee.post(`${probation}/request-ending`, { unmet: [1], proofs: ['x'], reason: 'x' }))).toEqual([
    403,
    'not-allowed',
  ]);
  ok(await leader.post(`${probation}/refuse`, { request: 1, reason: '证据不足' }));
  expect(JSON.stringify(ok(await employee.get(probation)))).not.toContain('证据不足');
  expect(
    refused(
      await personnel.post(`${probation}/request-extension`, { lastDay: '2026-05-02', agreedOn: '2026-03-02', reason: 'x' }),
    ),
  ).toEqual([409, 'beyond-the-legal-limit']);

  ok(await manager.post(`${probation}/grant-leave`, { kind: 'personal', from: '2026-03-04', to: '2026-03-05', reason: '家事' }));
  const more = { from: '2026-03-09', to: '2026-03-10', reason: '家事' };
  expect(refused(await manager.post(`${probation}/grant-leave`, { ...more, kind: 'personal' }))).toEqual([
    409,
    'personal-leave-needs-the-chairman',
  ]);
  ok(await manager.post(`${probation}/request-more-leave`, more));
  expect(refused(await leader.post(`${probation}/approve`, { request: 2 }))).toEqual([403, 'needs-the-chairman']);
  ok(await office.post(`${probation}/complete-formality`, { formality: 'badge' }));
  expect(
    refused(await personnel.post(`${probation}/request-early-confirmation`, { on: '2026-04-01', reason: '表现优秀' })),
  ).toEqual([409, 'papers-are-missing']);
  const months = itemsOf(await employee.get(`${probation}/pay`)).map(({ month, amount, restDays }) => [month, amount, restDays]);
  expect(months).toEqual([
    ['2026-03', 727_273, 9],
    ['2026-04', 800_000, 9],
    ['2026-05', 0, 12],
  ]);
  expect([refused(await manager.get(`${probation}/pay`)), refused(await stranger.get(`${probation}/pay`))]).toEqual([
    [403, 'not-allowed'],
    [404, 'probation-not-found'],
  ]);
  expect(ok(await office.get(probation))['due']).toEqual({ what: 'formality', on: '2026-03-03', of: 'supplies' });
  await host.settled();
  const listed = async (client: ApiClient, query = '') =>
    itemsOf(await client.get(`/probations${query}`)).map(({ name }) => name);
  expect(await Promise.all([listed(personnel, '?status=on-probation'), listed(office), listed(manager), listed(employee), listed(stranger), listed(personnel, '?mine=true'), listed(personnel, '?q=李雷')])).toEqual([['李雷'], ['李雷'], ['李雷'], ['李雷'], [], [], ['李雷']]); // prettier-ignore

  // The second request waits: that is told to those who may know of it, and not by way of a filter to the office.
  const waiting = [personnel, manager, office, employee].map((client) => listed(client, '?asked=true'));
  expect(await Promise.all(waiting)).toEqual([['李雷'], ['李雷'], [], []]);

  const kindsOf = async (name: (typeof names)[number]) =>
    itemsOf(await people[name].get('/notifications')).flatMap(({ kind, probation: of }) => (of === id ? [kind] : []));
  host.clock.passTo('2026-05-01 09:01');
  await signIn();
  await eventually(async () =>
    expect(await kindsOf('personnel')).toEqual(['probation-due', 'probation-due', 'probation-due', 'probation-due']),
  );
  expect(await kindsOf('manager')).toEqual([
    'probation-due',
    'probation-due',
    'probation-due',
    'probation-due',
    'probation-decided',
  ]);
  expect([await kindsOf('leader'), await kindsOf('stranger'), await kindsOf('employee')]).toEqual([
    ['probation-request', 'probation-request'],
    [],
    [],
  ]);
  host.clock.passTo('2026-05-02 00:01');
  await signIn();
  await eventually(async () =>
    expect(ok(await people.personnel.get(probation))).toMatchObject({
      status: 'regular',
      regular: { on: '2026-05-02', why: 'last-day-passed' },
    }),
  );
  await eventually(async () => expect((await kindsOf('personnel'))[0]).toBe('probation-regular'));
  expect(refused(await people.personnel.post(`${probation}/end-by-employee`, { toldOn: '2026-05-02' }))).toEqual([
    409,
    'probation-is-over',
  ]);
});
