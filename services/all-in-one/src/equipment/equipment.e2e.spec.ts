import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
type Item = Readonly<Record<string, unknown>>;
const itemsOf = ({ body }: Answer) => body['items'] as readonly Item[];

let host: HostWithClock;
const names = ['agent1', 'technician', 'chief'] as const;
const people = {} as Record<(typeof names)[number], ApiClient>;
/** Sessions do not outlast the weeks that pass here. */
async function signIn() {
  for (const name of names) people[name] = await ApiClient.signIn(String(host.running.address), name, password);
}
beforeAll(async () => {
  host = await HostWithClock.start(new SettableClock(Temporal.Instant.from('2026-03-02T10:00:00+08:00').epochMilliseconds));
  for (const [username, role] of [
    ['agent1', 'agent'],
    ['technician', 'handler'],
    ['chief', 'administrator'],
  ] as const)
    await host.accepted('administration', 'create-user', username, {
      body: { username, name: username, password, roles: [role], departments: ['call-centre'] },
    });
  await signIn();
});
afterAll(() => host.stop());

const refused = ({ status, body }: Answer) => [status, body['code']];
const kindsOf = async (name: (typeof names)[number]) =>
  itemsOf(await people[name].get('/notifications')).flatMap(({ kind, equipment }) => (equipment === 'ups-1' ? [kind] : []));

test('what fails is reported by whoever finds it and mended by whoever sees to it; maintenance is told of until it was done', async () => {
  const { agent1, technician, chief } = people;
  const ups = {
    code: 'ups-1', name: '机房不间断电源', kind: 'power', site: 'main', place: '三楼机房 B 柜', responsible: 'technician', serialNumber: 'SN-77-0042',
    supplier: '华新电源', warrantyUntil: '2027-03-01',
  }; // prettier-ignore
  expect(refused(await agent1.post('/equipment', ups))).toEqual([403, 'not-allowed']);
  expect(refused(await chief.post('/equipment', { ...ups, responsible: 'nobody' }))).toEqual([400, 'unknown-person']);
  ok(await chief.post('/equipment', ups), 201);
  expect(refused(await chief.post('/equipment', ups))).toEqual([409, 'equipment-exists']);
  const item = '/equipment/ups-1';

  ok(await agent1.post(`${item}/report-fault`, { text: '指示灯变红并蜂鸣', stops: true }));
  expect(refused(await agent1.post(`${item}/mend-fault`, { fault: 1, text: 'x' }))).toEqual([403, 'not-responsible-for-it']);
  await host.settled();
  const listed = async (client: ApiClient, query: string) => itemsOf(await client.get(`/equipment?${query}`)).map(({ id }) => id);
  await eventually(async () => expect(await listed(agent1, 'status=faulty&site=main')).toEqual(['ups-1']));
  const mine = [technician, agent1].map((client) => listed(client, 'mine=true'));
  expect(await Promise.all([...mine, listed(agent1, 'q=B 柜'), listed(agent1, 'kind=headset')])).toEqual([['ups-1'], [], ['ups-1'], []]); // prettier-ignore
  await eventually(async () => expect(await kindsOf('technician')).toEqual(['fault-reported']));
  expect([await kindsOf('chief'), await kindsOf('agent1')]).toEqual([['fault-reported'], []]);
  const possible = async (client: ApiClient) =>
    itemsOf(await client.get(`${item}/commands`)).flatMap(({ command, possible: can }) => (can === true ? [command] : []));
  expect(await possible(agent1)).toEqual(['report-fault']);
  expect(await possible(technician)).toEqual(['report-fault', 'take-on-fault', 'mend-fault']);

  ok(await technician.post(`${item}/take-on-fault`, { fault: 1, note: '已约厂家', expectedOn: '2026-03-03' }));
  ok(await technician.post(`${item}/mend-fault`, { fault: 1, text: '更换电池组' }));
  await eventually(async () => expect(await kindsOf('agent1')).toEqual(['fault-mended']));

  // Every 14 days, from Saturday on: to be done on the Friday before.
  const plan = { title: '放电测试', everyDays: 14, firstOn: '2026-03-14', remindDays: [3] };
  expect(refused(await technician.post(`${item}/plan-maintenance`, plan))).toEqual([403, 'not-allowed']);
  ok(await chief.post(`${item}/plan-maintenance`, plan));
  await host.settled();
  await eventually(async () => expect(itemsOf(await agent1.get('/equipment?sort=dueOn'))).toMatchObject([{ id: 'ups-1', next: { dueOn: '2026-03-13', title: '放电测试' } }])); // prettier-ignore
  expect(await listed(agent1, 'dueBefore=2026-03-13')).toEqual([]);

  const dueKinds = async (name: (typeof names)[number]) =>
    (await kindsOf(name)).filter((kind) => String(kind).startsWith('maint'));
  host.clock.passTo('2026-03-10 09:01');
  await signIn();
  await eventually(async () => expect(await dueKinds('technician')).toEqual(['maintenance-due']));
  expect(await dueKinds('chief')).toEqual([]);
  host.clock.passTo('2026-03-14 09:01');
  await signIn();
  await eventually(async () => expect(await dueKinds('technician')).toEqual(['maintenance-overdue', 'maintenance-due']));
  await eventually(async () => expect(await dueKinds('chief')).toEqual(['maintenance-overdue']));

  ok(await people.technician.post(`${item}/record-maintenance`, { plan: 1, on: '2026-03-14', text: '容量 92%' }));
  const seen = ok(await people.agent1.get(item));
  expect(seen).toMatchObject({
    state: 'in-service',
    openFaults: 0,
    next: { dueOn: '2026-03-27' },
    faults: [{ state: 'mended', stops: true, mended: { text: '更换电池组' } }],
    plans: [{ lastDoneOn: '2026-03-14', due: { plannedOn: '2026-03-28', dueOn: '2026-03-27' } }],
  });
  expect((seen['history'] as readonly Item[]).map(({ type }) => type)).toEqual([
    'EquipmentRegistered', 'FaultReported', 'FaultTakenOn', 'FaultMended', 'MaintenancePlanned', 'MaintenanceReminded', 'MaintenanceReminded',
    'MaintenanceRecorded',
  ]); // prettier-ignore

  // Once it is written off nobody is reminded of it any more.
  ok(await people.chief.post(`${item}/write-off`, { reason: '设备老化' }));
  expect(refused(await people.agent1.post(`${item}/report-fault`, { text: 'x' }))).toEqual([409, 'equipment-is-written-off']);
  await host.settled();
  await eventually(async () => expect(await listed(people.agent1, 'status=written-off')).toEqual(['ups-1']));
  expect(await listed(people.agent1, 'sort=dueOn')).toEqual([]);
  await eventually(async () => expect(await kindsOf('technician')).toContain('equipment-written-off'));
  // No word of it stands in the log.
  const log = (await host.running.ledgerline.store.read(undefined, 100_000)).map(({ text }) => text).join('\n');
  for (const word of ['不间断', 'B 柜', 'SN-77', '华新', '指示灯', '已约厂家', '电池组', '放电测试', '92%', '老化'])
    expect(log).not.toContain(word);
});

test('a plan that is revised there and back is told of again', async () => {
  const { chief } = people;
  const item = '/equipment/ac-1';
  const machine = { code: 'ac-1', name: '机房空调', kind: 'other', site: 'main', place: '三楼机房', responsible: 'technician' };
  ok(await chief.post('/equipment', machine), 201);
  const plan = { title: '清洗滤网', everyDays: 30, firstOn: '2026-03-18', remindDays: [3] };
  ok(await chief.post(`${item}/plan-maintenance`, plan));
  host.clock.passTo('2026-03-16 09:01');
  await signIn();
  const told = async () => {
    const history = ok(await people.technician.get(item))['history'] as readonly Item[];
    return history.filter(({ type }) => type === 'MaintenanceReminded').length;
  };
  await eventually(async () => expect(await told()).toBe(1));
  for (const [times, firstOn] of [
    [2, '2026-03-19'],
    [3, '2026-03-18'],
  ] as const) {
    ok(await people.chief.post(`${item}/revise-maintenance`, { ...plan, plan: 1, firstOn, reason: '改期' }));
    await eventually(async () => expect(await told()).toBe(times));
  }
});
