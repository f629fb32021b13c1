import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
type Item = Readonly<Record<string, unknown>>;
type Items = readonly Item[];
const itemsOf = ({ body }: Answer) => body['items'] as Items;

const people = { one: 'agent', two: 'agent', team: 'team-leader', coordinator: 'coordinator', manager: 'manager' };

let host: HostWithClock;
let as: Readonly<Record<'one' | 'two' | 'team' | 'coordinator' | 'manager', ApiClient>>;
let address: string;
let team: string;
beforeEach(async () => {
  // A Monday.
  host = await HostWithClock.start(new SettableClock(Temporal.Instant.from('2026-03-02T09:10:00+08:00').epochMilliseconds));
  address = String(host.running.address);
  for (const [username, role] of Object.entries(people))
    await host.accepted('administration', 'create-user', username, {
      body: { username, name: username, password, roles: [role], departments: ['call-centre'] },
    });
  await signIn();
});
afterEach(() => host.stop());

/** Sessions last a working day. */
async function signIn(): Promise<void> {
  const signedIn = Object.keys(people).map(async (name) => [name, await ApiClient.signIn(address, name, password)] as const);
  as = Object.fromEntries(await Promise.all(signedIn)) as typeof as;
  team = await ApiClient.tokenOf(address, 'team', password);
}

async function passTo(time: string): Promise<void> {
  host.clock.passTo(time);
  await signIn();
}

const codeOf = ({ body }: Answer) => body['code'];

async function opened(more: object = {}): Promise<string> {
  const period = { from: '2026-03-01T00:00:00+08:00', until: '2026-03-31T00:00:00+08:00' };
  const body = { title: '三月满意度回访', purpose: 'satisfaction-survey', script: 'satisfaction', ...period, ...more };
  expect(codeOf(await as.one.post('/campaigns', body))).toBe('not-allowed');
  return `/campaigns/${String(ok(await as.team.post('/campaigns', body), 201)['id'])}`;
}

async function listed(campaign: string, table: string): Promise<Item> {
  const response = await fetch(`${address}/api/v1${campaign}/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${team}`, 'content-type': 'text/csv' },
    body: table,
  });
  return (await response.json()) as Item;
}

async function tableOf(campaign: string, token: string): Promise<string> {
  const table = await fetch(`${address}/api/v1${campaign}/results.csv`, { headers: { authorization: `Bearer ${token}` } });
  return (await table.text()).trim();
}

/** The list may be a moment behind what was just written. */
async function next(agent: ApiClient, campaign: string): Promise<Item> {
  return ok(await agent.get(`${campaign}/calls/${String((await given(agent, campaign))['id'])}`));
}

async function given(agent: ApiClient, campaign: string, headers: Readonly<Record<string, string>> = {}): Promise<Item> {
  let taken: Answer | undefined;
  await eventually(async () => {
    taken = await agent.post(`${campaign}/next-call`, {}, headers);
    expect(taken.status).toBe(200);
  });
  return ok(taken as Answer);
}

test('a table becomes calls, each taken by one agent, made again when nobody was there, and answered as the script has it', async () => {
  const campaign = await opened();
  const told = await listed(campaign, 'phone,name\n13800138001,王丽\n138-0013-8002,李雷\n+86 138 0013 8001,王丽\n不详,无\n,无\n');
  expect(told).toMatchObject({ rows: 5, listed: 2, already: 1, refused: 2 });
  expect((told['items'] as Items).map(({ line, status, code }) => [line, status, code])).toEqual([
    [2, 'listed', undefined], [3, 'listed', undefined], [4, 'already', undefined], [5, 'refused', 'no-phone'], [6, 'refused', 'no-phone'],
  ]); // prettier-ignore
  const [first, second] = await Promise.all([next(as.one, campaign), next(as.two, campaign)]);
  expect([first['phone'], second['phone']].toSorted()).toEqual(['+8613800138001', '+8613800138002']);
  // Whoever asks again has it already; to everybody else its number is masked.
  expect((await next(as.one, campaign))['id']).toBe(first['id']);
  const path = `${campaign}/calls/${String(first['id'])}`;
  expect(ok(await as.two.get(path))['phone']).toMatch(/^138\*{4}800\d$/);
  expect(JSON.stringify(ok(await as.manager.get(path)))).not.toContain('138');
  expect(codeOf(await as.two.post(`${path}/record-attempt`, { outcome: 'busy' }))).toBe('call-not-on-hand');
  ok(await as.one.post(`${path}/record-attempt`, { outcome: 'no-answer', note: '无人接听，再试' }));
  const answers = { solved: false, 'why-not': ['slow'], overall: 2, comment: '太慢了' };
  const other = `${campaign}/calls/${String(second['id'])}`;
  expect(codeOf(await as.two.post(`${other}/record-attempt`, { outcome: 'reached', answers: { solved: false } }))).toBe(
    'answers-do-not-fit',
  );
  ok(await as.two.post(`${other}/record-attempt`, { outcome: 'reached', answers }));
  await host.settled();
  expect(codeOf(await as.one.post(`${campaign}/next-call`, {}))).toBe('no-call-due');
  await passTo('2026-03-03 12:30');
  expect(codeOf(await as.one.post(`${campaign}/next-call`, {}))).toBe('outside-permitted-hours');
  await passTo('2026-03-03 14:00');
  const again = await next(as.two, campaign);
  expect(again).toMatchObject({ id: first['id'], attempts: [{ outcome: 'no-answer' }], notes: [{ note: '无人接听，再试' }] });
  // What was agreed comes first, when its time has come.
  ok(await as.two.post(`${path}/record-attempt`, { outcome: 'call-later', appointment: '2026-03-04T10:30:00+08:00' }));
  await passTo('2026-03-04 10:31');
  const asked = { 'idempotency-key': 'asked-at-10-31' };
  const agreed = await given(as.one, campaign, asked);
  expect(agreed).toMatchObject({ id: first['id'], events: [{ type: 'CallTaken' }] });
  expect(await next(as.one, campaign)).toMatchObject({ id: first['id'], turn: 'appointment' });
  ok(await as.one.post(`${path}/record-attempt`, { outcome: 'refused', doNotCall: true }));
  await host.settled();
  // However late it comes again, a request has the answer that it had.
  expect(codeOf(await as.one.post(`${campaign}/next-call`, {}))).toBe('no-call-due');
  expect(await given(as.one, campaign, asked)).toEqual(agreed);
  await eventually(async () =>
    expect(ok(await as.one.get(campaign))['progress']).toMatchObject({ waiting: 0, answered: 1, refused: 1, barred: 0 }),
  );
  const progress = { waiting: 0, answered: 1, refused: 1 };
  expect(itemsOf(await as.one.get('/campaigns?status=running'))).toMatchObject([{ progress }]);
  // Whoever does not want to be called again is on no list any more.
  const another = await opened({ purpose: 'market-information' });
  expect(await listed(another, 'phone\n13800138001\n13800138002\n')).toMatchObject({ listed: 1, refused: 1 });
  expect(codeOf(await as.one.get(`${campaign}/results`))).toBe('not-allowed');
  const results = ok(await as.coordinator.get(`${campaign}/results`));
  expect((results['agents'] as Items).map(({ attempts }) => attempts).toSorted()).toEqual([2, 2]);
  expect(results['questions']).toMatchObject([
    { question: 'solved', answers: [{ answer: 'yes', count: 0 }, { answer: 'no', count: 1 }] },
    { question: 'why-not' },
    { question: 'overall', numbers: { count: 1, mean: 2 } },
    {},
    { question: 'comment', answers: [] },
  ]); // prettier-ignore
  const table = await tableOf(campaign, team);
  const lines = table.split('\r\n');
  expect(lines.find((line) => line.includes('answered'))).toMatch(/,no,slow,2,,太慢了,team,/);
  expect(lines.join('')).not.toContain('王丽');
  // Whoever does not see callers is given what was counted, and no words.
  const counted = await tableOf(campaign, await ApiClient.tokenOf(address, 'manager', password));
  expect(counted).toMatch(/,no,slow,2,,manager,/);
  expect(counted).not.toMatch(/comment|太慢了/);
  const admin = await ApiClient.signIn(address, 'admin', 'correct-horse-battery');
  await eventually(async () =>
    expect(itemsOf(await admin.get('/audit/exports'))).toMatchObject(
      Array(2).fill({ format: 'campaign-results', campaign: campaign.split('/').at(-1) }),
    ),
  );
  const log = (await host.running.ledgerline.store.read(undefined, 100_000)).map(({ text }) => text).join('\n');
  for (const word of ['13800138001', '王丽', '太慢了', '再试', '三月满意度']) expect(log).not.toContain(word);
});

test('who may not be called is neither listed nor called, and who is erased is gone from the list', async () => {
  const campaign = await opened({ purpose: 'other' });
  const customer = async (phone: string) => String(ok(await as.one.post('/customers', { phone }), 201)['id']);
  const [kept, restricted, erased] = [
    await customer('13900139001'),
    await customer('13900139002'),
    await customer('13900139003'),
  ];
  const ticket = await host.register({ caller: { phone: '13900139004' } });
  const until = '2026-06-01T00:00:00+08:00';
  ok(await as.coordinator.post(`/customers/${restricted}/restrictions`, { until, reason: '骚扰' }));
  await host.settled();
  const told = ok(
    await as.team.post(`${campaign}/calls`, { customers: [kept, restricted, erased], tickets: [ticket], note: '老客户' }),
  );
  expect(told).toMatchObject({ listed: 3, refused: 1 });
  expect((told['items'] as Items).find(({ status }) => status === 'refused')).toMatchObject({ code: 'customer-restricted' });
  ok(await as.coordinator.post(`/customers/${kept}/restrictions`, { until, reason: '骚扰' }));
  await host.settled();
  const admin = await ApiClient.signIn(address, 'admin', 'correct-horse-battery');
  ok(await admin.post('/erasures', { customer: erased, ground: 'person-request' }), 202);
  await host.settled();
  const taken = await next(as.one, campaign);
  expect(taken).toMatchObject({ phone: '+8613900139004', ticket });
  // In whichever order the three stand: for the second agent all that is left is looked at.
  await eventually(async () => expect(codeOf(await as.two.post(`${campaign}/next-call`, {}))).toBe('no-call-due'));
  await host.settled();
  await eventually(async () => expect(ok(await as.one.get(campaign))['progress']).toMatchObject({ waiting: 1, barred: 2 }));
  const barred = itemsOf(await as.team.get(`${campaign}/calls?status=barred`));
  expect(barred.map(({ barredFor }) => barredFor).toSorted()).toEqual(['customer-erased', 'customer-restricted']);
  // Who takes back their consent while an agent has the call before them is not called any more.
  const said = { purpose: 'marketing', means: 'phone', way: 'phone', evidence: '录音 17' };
  ok(await as.coordinator.post(`/customers/${String(taken['customer'])}/withdraw-consent`, said));
  const onHand = ok(await as.one.get(`${campaign}/calls/${String(taken['id'])}`));
  expect(onHand).toMatchObject({ phone: '139****9004', bar: 'consent-withdrawn' });
  ok(await as.team.post(`${campaign}/pause`, { reason: '线路检修' }));
  expect(codeOf(await as.two.post(`${campaign}/next-call`, {}))).toBe('campaign-is-paused');
  ok(await as.team.post(`${campaign}/end`, { reason: '完成' }));
  expect(codeOf(await as.team.post(`${campaign}/calls`, { customers: [kept] }))).toBe('campaign-has-ended');
});

test('a ticket behind a call is named to those alone to whom it shows', async () => {
  const campaign = await opened({ purpose: 'other' });
  const ticket = await host.register({ caller: { phone: '13900139005' }, confidential: true });
  await host.settled();
  expect(ok(await as.coordinator.post(`${campaign}/calls`, { tickets: [ticket] }))).toMatchObject({ listed: 1 });
  await eventually(async () => expect(itemsOf(await as.coordinator.get(`${campaign}/calls`))).toMatchObject([{ ticket }]));
  const [line] = itemsOf(await as.one.get(`${campaign}/calls`));
  expect(line).toMatchObject({ phone: '139****9005' });
  const call = `${campaign}/calls/${String(line?.['id'])}`;
  expect([line, ok(await as.one.get(call)), ok(await as.manager.get(call))].map((one) => one?.['ticket'])).toEqual(
    Array(3).fill(undefined),
  );
  expect(ok(await as.coordinator.get(call))['ticket']).toBe(ticket);
});
