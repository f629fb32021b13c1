import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
type Items = readonly Readonly<Record<string, unknown>>[];
const itemsOf = ({ body }: Answer) => body['items'] as Items;
const codeOf = ({ body }: Answer) => body['code'];

let host: HostWithClock;
beforeEach(async () => {
  host = await HostWithClock.start(new SettableClock(Temporal.Instant.from('2026-03-02T10:00:00+08:00').epochMilliseconds));
  await host.accepted('administration', 'create-department', 'sales', { body: { code: 'sales', name: 'sales' } });
  for (const [username, role, department] of [
    ['agent1', 'agent', 'call-centre'],
    ['seller', 'handler', 'sales'],
    ['other', 'handler', 'sales'],
    ['sales-m', 'manager', 'sales'],
  ])
    await host.accepted('administration', 'create-user', String(username), {
      body: { username, name: username, password, roles: [role], departments: [department] },
    });
});
afterEach(() => host.stop());

const signIn = (name: string) => ApiClient.signIn(String(host.running.address), name, password);

test('a lead goes from the call to whoever sells, its next step is kept by the system, and it ends for a reason', async () => {
  const agent = await signIn('agent1');
  const ticket = await host.register({
    kind: 'product-enquiry',
    item: 'product',
    caller: { name: '王丽', phone: '13700137001' },
  });
  await host.settled();
  const opening = { title: '想买十台 X-200', ticket, owner: 'seller', department: 'sales', product: 'x-200' };
  expect(codeOf(await agent.post('/leads', { ...opening, department: 'call-centre' }))).toBe('owner-not-of-the-department');
  // Nor does whoever opens it for a department where they do not work see it through there.
  expect(codeOf(await agent.post('/leads', { title: '想买', ticket, department: 'sales' }))).toBe('owner-not-of-the-department');
  const next = { step: '寄送报价', dueBy: '2026-03-03T17:00:00+08:00' };
  const lead = `/leads/${String(ok(await agent.post('/leads', { ...opening, next }), 201)['id'])}`;
  const [seller, other, manager] = [await signIn('seller'), await signIn('other'), await signIn('sales-m')];
  await host.settled();
  // The number is the owner's to see; a colleague does not know of it.
  expect(ok(await seller.get(lead))).toMatchObject({
    name: '王丽',
    phone: '+8613700137001',
    stage: 'new',
    source: 'ticket',
    origin: ticket,
  });
  const { phone: masked, customer } = ok(await manager.get(lead));
  expect(masked).toBe('137****7001');
  // Nor does it show to whoever opens another one with the same customer.
  expect(codeOf(await manager.post('/leads', { title: '再问一次', customer }))).toBe('unknown-customer');
  expect(codeOf(await other.get(lead))).toBe('pursuit-not-found');
  expect(codeOf(await seller.get(lead.replace('leads', 'at-risk-customers')))).toBe('pursuit-not-found');
  expect([itemsOf(await seller.get('/leads?mine=true&open=true')).length, itemsOf(await other.get('/leads')).length]).toEqual([
    1, 0,
  ]);
  // Whose department it is in has it in their list without naming the department; a filter by owner is one for everybody.
  expect(itemsOf(await manager.get('/leads?owner=seller')).map(({ origin }) => origin)).toEqual([ticket]);
  expect([itemsOf(await manager.get('/leads')).length, itemsOf(await seller.get('/leads?owner=other')).length]).toEqual([1, 0]);
  expect(itemsOf(await seller.get('/notifications')).map(({ kind }) => kind)).toContain('pursuit-assigned');
  host.clock.passTo('2026-03-03 17:01');
  const late = await signIn('seller');
  await eventually(async () =>
    expect(itemsOf(await late.get('/notifications')).map(({ kind }) => kind)).toContain('pursuit-overdue'),
  );
  expect(itemsOf(await late.get('/leads?overdue=true'))).toMatchObject([{ overdue: { times: 1 } }]);
  ok(
    await late.post(`${lead}/revisit`, {
      channel: 'phone',
      reached: true,
      text: '下周答复',
      next: { step: '再问', dueBy: '2026-03-10T10:00:00+08:00' },
    }),
  );
  ok(await late.post(`${lead}/move`, { stage: 'offered' }));
  expect(codeOf(await late.post(`${lead}/conclude`, { as: 'lost', text: '太贵' }))).toBe('loss-needs-a-reason');
  const possible = async () =>
    itemsOf(await late.get(`${lead}/commands`)).flatMap(({ command, possible }) => (possible ? [command] : []));
  expect(await possible()).toEqual(['move', 'plan', 'revisit', 'hand-over', 'conclude']);
  ok(await late.post(`${lead}/conclude`, { as: 'lost', why: 'price', text: '太贵' }));
  const told = ok(await late.get(lead));
  expect(told).toMatchObject({ stage: 'lost', lostFor: 'price', revisits: 1 });
  expect((told['history'] as Items).map(({ type }) => type)).toEqual([
    'PursuitOpened', 'NextStepPlanned', 'PursuitOverdue', 'CustomerRevisited', 'PursuitMoved', 'NextStepPlanned', 'PursuitMoved', 'PursuitConcluded',
  ]); // prettier-ignore
  expect(await possible()).toEqual(['reopen']);
});

test('a customer at risk is kept or lost, and what was said of an erased one is gone', async () => {
  const agent = await signIn('agent1');
  const contact = { name: '李雷', phone: '13700137002' };
  const opening = { title: '三次投诉未解决', contact, why: 'service' };
  const risk = `/at-risk-customers/${String(ok(await agent.post('/at-risk-customers', opening), 201)['id'])}`;
  expect(codeOf(await agent.post(`${risk}/conclude`, { as: 'won', text: 'x' }))).toBe('not-an-end-of-it');
  const visit = { channel: 'phone', reached: true, text: '答应本周上门' };
  ok(await agent.post(`${risk}/revisit`, visit));
  expect(ok(await agent.get(risk))).toMatchObject({ stage: 'contacted', why: 'service' });
  ok(await agent.post(`${risk}/conclude`, { as: 'kept', text: '已续约' }));
  await host.settled();
  expect(itemsOf(await agent.get('/at-risk-customers?stage=kept'))).toMatchObject([{ title: '三次投诉未解决' }]);
  expect(itemsOf(await agent.get('/leads'))).toEqual([]);
  const log = (await host.running.ledgerline.store.read(undefined, 100_000)).map(({ text }) => text).join('\n');
  for (const word of ['李雷', '13700137002', '三次投诉', '上门', '已续约']) expect(log).not.toContain(word);
  const admin = await ApiClient.signIn(String(host.running.address), 'admin', 'correct-horse-battery');
  const { customer } = ok(await agent.get(risk));
  ok(await admin.post('/erasures', { customer, ground: 'person-request' }), 202);
  await eventually(async () => {
    const [gone] = itemsOf(await agent.get('/at-risk-customers'));
    expect(gone).toMatchObject({ stage: 'kept', title: { erased: true } });
  });
  expect(JSON.stringify(ok(await agent.get(risk)))).not.toMatch(/李雷|三次投诉|上门|已续约/);
});

test('of a lead whose owner has left it is the managers who are told, at once', async () => {
  const agent = await signIn('agent1');
  const next = { step: '寄送报价', dueBy: '2026-03-03T17:00:00+08:00' };
  const opening = { title: '想买', contact: { phone: '13700137003' }, owner: 'other', department: 'sales', next };
  ok(await agent.post('/leads', opening), 201);
  const admin = await ApiClient.signIn(String(host.running.address), 'admin', 'correct-horse-battery');
  ok(await admin.post('/users/other/deactivate', { reason: '离职' }));
  await host.settled();
  host.clock.passTo('2026-03-03 17:01');
  const manager = await signIn('sales-m');
  await eventually(async () =>
    expect(itemsOf(await manager.get('/notifications')).map(({ kind }) => kind)).toContain('pursuit-overdue'),
  );
});
