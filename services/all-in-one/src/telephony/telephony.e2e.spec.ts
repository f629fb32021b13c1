import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ApiClient, eventually, type Answer } from '@ledgerline/installation';
import { ok } from '../e2e/ok.js';
import { HostWithClock, SettableClock } from '../ticker/host-with-clock.js';

jest.setTimeout(240_000);

const password = 'a-good-long-password';
const people = [
  ['zhang', ['agent'], 'north-team'],
  ['wang', ['agent'], 'north-team'],
  ['li', ['agent'], 'south-team'],
  ['lead-north', ['team-leader'], 'north-team'],
  ['coordinator1', ['coordinator'], 'south-team'],
  ['auditor1', ['auditor'], 'call-centre'],
  ['handler1', ['handler'], 'call-centre'],
] as const;
type Name = (typeof people)[number][0];
type Body = Readonly<Record<string, unknown>>;

describe('running the centre by telephone', () => {
  let host: HostWithClock;
  const clock = new SettableClock(Temporal.Instant.from('2026-03-04T10:00:00+08:00').epochMilliseconds);
  let as: Readonly<Record<Name, ApiClient>>;
  let telephony: ApiClient;
  const passTo = async (time: string) => {
    clock.passTo(time);
    const address = String(host.running.address);
    const clients = people.map(async ([name]) => [name, await ApiClient.signIn(address, name, password)] as const);
    as = Object.fromEntries(await Promise.all(clients)) as typeof as;
  };
  const itemsOf = (answer: Answer) => ok(answer)['items'] as readonly Body[];
  const tell = async (callId: string, ...states: readonly object[]) => String(ok(await telephony.post('/call-states', { callId, states }), 201)['id']); // prettier-ignore
  const at = (time: string) => `2026-03-04T${time}+08:00`;
  const whoIsSeen = async (name: Name) => {
    await host.settled();
    const accounts = itemsOf(await as.auditor1.get('/users'));
    const nameOf = (id: unknown) => accounts.find((one) => one['id'] === id)?.['username'];
    return itemsOf(await as[name].get('/agent-states')).map(({ agent, state }) => `${String(nameOf(agent))} ${String(state)}`).toSorted(); // prettier-ignore
  };

  beforeAll(async () => {
    host = await HostWithClock.start(clock);
    for (const code of ['north', 'south'])
      await host.accepted('administration', 'open-site', code, { body: { code, name: code } });
    for (const site of ['north', 'south'])
      await host.accepted('administration', 'create-department', `${site}-team`, {
        body: { code: `${site}-team`, name: site, site },
      });
    for (const [username, roles, department] of people)
      await host.accepted('administration', 'create-user', username, {
        body: { username, name: username, password, roles, departments: [department] },
      });
    await passTo('2026-03-04 10:00');
    const admin = await ApiClient.signIn(String(host.running.address), 'admin', 'correct-horse-battery');
    const { token } = ok(await admin.post('/tokens', { name: 'telephony', roles: ['agent'] }), 201);
    telephony = new ApiClient(String(host.running.address), String(token));
  });
  afterAll(() => host.stop());

  test('a call is put together from what is told of it, late, twice and out of order', async () => {
    const ended = { id: '4', state: 'ended', at: at('09:58:40') };
    const id = await tell('call-1', ended, { id: '2', state: 'answered', at: at('09:57:12'), agent: 'zhang' });
    const queued = { id: '1', state: 'queued', at: at('09:57:00'), queue: 'service' };
    expect(await tell('call-1', queued, ended)).toBe(id);
    expect(await tell('call-1', queued, ended)).toBe(id);
    const otherwise = { ...queued, at: at('09:57:01') };
    expect((await telephony.post('/call-states', { callId: 'call-1', states: [otherwise, ended] })).body['code']).toBe('call-state-told-otherwise'); // prettier-ignore
    const { body } = await telephony.post('/call-states', { callId: 'call-1', states: [otherwise, { ...ended, id: '5' }] });
    expect(body['code']).toBe('call-state-told-otherwise');
    ok(await telephony.post('/contacts', { channel: 'phone', direction: 'inbound', from: '13800138000', callId: 'call-1', at: at('09:57:00'), outcome: 'answered' }), 201); // prettier-ignore
    const contact = ok(await as.zhang.get(`/contacts/${id}`));
    expect(contact['passages']).toMatchObject([
      {
        queue: 'service',
        queuedAt: '2026-03-04T01:57:00.000Z',
        answeredAt: '2026-03-04T01:57:12.000Z',
        endedAt: '2026-03-04T01:58:40.000Z',
        team: 'north-team',
        agentSite: 'north',
        terms: { draft: 1, within: 15, shortAbandon: 5 },
      },
    ]);
  });

  test('a contact that tells how the call went needs no states', async () => {
    const call = { channel: 'phone', direction: 'inbound', from: '13900139000', callId: 'call-2', at: at('09:50:00'), outcome: 'abandoned' }; // prettier-ignore
    const unknown = await telephony.post('/contacts', { ...call, queue: 'none-such' });
    expect([unknown.status, unknown.body['code']]).toEqual([400, 'unknown-queue']);
    const { id } = ok(await telephony.post('/contacts', { ...call, queue: 'urgent', abandonedAt: at('09:50:03') }), 201);
    await host.settled();
    expect(ok(await as.zhang.get(`/contacts/${String(id)}`))).toMatchObject({
      duty: 'owed',
      call: { queue: 'urgent', queuedAt: '2026-03-04T01:50:00.000Z', abandonedAt: '2026-03-04T01:50:03.000Z' },
      passages: [{ queue: 'urgent', queuedAt: '2026-03-04T01:50:00.000Z', abandonedAt: '2026-03-04T01:50:03.000Z' }],
    });
  });

  test('agents are seen by themselves and by whoever leads their site', async () => {
    ok(await as.zhang.post('/agent-states', { state: 'ready' }), 201);
    ok(
      await telephony.post('/agent-states', { agent: 'li', state: 'break', reason: 'meal', at: at('09:30:00'), stateId: 's-1' }),
      201,
    );
    const again = { agent: 'li', state: 'break', reason: 'meal', at: at('09:30:00'), stateId: 's-1' };
    ok(await telephony.post('/agent-states', again), 201);
    expect(await whoIsSeen('zhang')).toEqual(['zhang ready']);
    expect(await whoIsSeen('lead-north')).toEqual(['zhang ready']);
    expect(await whoIsSeen('coordinator1')).toEqual(['li break']);
    expect(await whoIsSeen('auditor1')).toEqual(['li break', 'zhang ready']);
    expect((await as.handler1.get('/agent-states')).status).toBe(403);
    expect((await as.handler1.get('/agent-states?site=north')).status).toBe(403);
    expect(itemsOf(await as.coordinator1.get('/agent-states?site=north'))).toEqual([]);
    expect(itemsOf(await as.auditor1.get('/agent-states?site=south'))).toMatchObject([{ reason: 'meal', enteredLate: true }]);
    const byAnother = await as.zhang.post('/agent-states', { agent: 'li', state: 'off' });
    expect([byAnother.status, byAnother.body['code']]).toEqual([403, 'not-your-team']);
    expect((await as['lead-north'].post('/agent-states', { agent: 'li', state: 'off' })).status).toBe(403);
    ok(await as['lead-north'].post('/agent-states', { agent: 'zhang', state: 'after-call-work' }), 201);
    expect((await as.zhang.post('/agent-states', { state: 'after-call-work' })).body['code']).toBe('already-in-this-state');
  });

  test('the wallboard and the reports tell the same, each to whom it is for', async () => {
    await tell('call-3', { id: '1', state: 'queued', at: at('09:59:10'), queue: 'service' });
    await tell('call-4', { id: '1', state: 'queued', at: at('09:59:20'), queue: 'service' }, { id: '2', state: 'answered', at: at('09:59:50'), agent: 'li' }); // prettier-ignore
    await host.settled();
    // Queues without a site of their own are the installation's; the auditor sees every site.
    const board = ok(await as.auditor1.get('/wallboard'));
    expect(board['queues']).toMatchObject([
      { queue: 'urgent', waiting: 0, longestSince: null },
      { queue: 'service', waiting: 1, talking: 1, longestSince: '2026-03-04T01:59:10.000Z' },
      { queue: 'return-call' },
    ]);
    expect(board['states']).toEqual({ ready: 0, break: 1, 'after-call-work': 1, off: 0, onCall: 1 });
    expect((board['agents'] as readonly Body[]).map(({ state, call }) => [state, (call as Body | null)?.['standing']])).toEqual([
      ['break', 'talking'],
      ['after-call-work', undefined],
    ]);
    expect(ok(await as.zhang.get('/wallboard'))).toMatchObject({ queues: [], agents: [{ state: 'after-call-work' }] });
    expect((await as.handler1.get('/wallboard')).status).toBe(403);

    const { position } = ok(await telephony.post('/call-states', { callId: 'call-4', states: [{ id: '3', state: 'ended', at: at('09:59:58') }] }), 201); // prettier-ignore
    const caughtUp = { 'ledgerline-after': String(position) };
    const report = ok(await as.auditor1.get('/reports/telephony?group=queue', caughtUp));
    const service = (report['items'] as readonly Body[]).find(({ group }) => (group as Body)['queue'] === 'service') as Body;
    expect(service['figures']).toMatchObject({ offered: 2, answered: 2, answeredInTime: 1, serviceLevel: 0.5, handled: 2 });
    const behind = String(service['contacts']).replace('/api/v1', '');
    expect(itemsOf(await as.auditor1.get(`${behind}&cell=answeredInTime`))).toMatchObject([
      { waitSeconds: 12, handlingSeconds: 88 },
    ]);
    const own = ok(await as.zhang.get('/reports/telephony', caughtUp));
    expect((own['total'] as Body)['figures']).toMatchObject({ handled: 1 });
    expect((await as.handler1.get('/reports/telephony')).status).toBe(403);
    expect((await as.handler1.get('/reports/telephony/contacts')).status).toBe(403);
    expect((await as.auditor1.get('/reports/telephony/tickets')).body['code']).toBe('report-not-found');
  });

  test('a live call is handed over: the record first, then the call (R1.4)', async () => {
    const talking = [{ id: '1', state: 'queued', at: at('09:58:00'), queue: 'service' }, { id: '2', state: 'answered', at: at('09:58:10'), agent: 'zhang' }]; // prettier-ignore
    const id = await tell('call-5', ...talking);
    ok(await telephony.post('/contacts', { channel: 'phone', direction: 'inbound', from: '13700137000', callId: 'call-5', at: at('09:58:00'), outcome: 'answered' }), 201); // prettier-ignore
    ok(await as.wang.post('/agent-states', { state: 'ready' }), 201);
    await host.settled();
    const accounts = itemsOf(await as.auditor1.get('/users'));
    const [zhang, wang] = ['zhang', 'wang'].map((name) => accounts.find(({ username }) => username === name)?.['id']);
    const own = async (name: Name) => {
      await host.settled();
      return itemsOf(await as[name].get('/calls'));
    };
    expect(await own('zhang')).toMatchObject([{ id, standing: 'talking', queue: 'service', agent: zhang, transfer: null }]);
    expect(await own('wang')).toEqual([]);
    await eventually(async () =>
      expect(itemsOf(await as.zhang.get(`/calls/${id}/transfer-targets`))).toEqual([{ agent: wang, team: 'north-team' }]),
    );
    expect((await as.wang.get(`/calls/${id}/transfer-targets`)).body['code']).toBe('call-not-found');
    const refused = async (name: Name, step: string, body: object) => (await as[name].post(`/calls/${id}/${step}`, body)).body['code']; // prettier-ignore
    expect(await refused('wang', 'offer-transfer', { to: 'wang' })).toBe('not-your-call');
    expect(await refused('zhang', 'offer-transfer', { to: 'li' })).toBe('agent-not-there');
    expect(await refused('zhang', 'offer-transfer', { to: 'handler1' })).toBe('unknown-agent');
    expect(await refused('zhang', 'offer-transfer', { to: 'wang', ticket: '20260101-none0' })).toBe('unknown-ticket');

    const aTicket = { channel: 'phone', kind: 'fault-repair', item: 'fault', level: 'general', subject: '漏水', description: '阀门漏水', caller: { phone: '13700137000' }, callId: 'call-5' }; // prettier-ignore
    const { id: ticket } = ok(await as.zhang.post('/tickets', aTicket), 201);
    ok(await as.zhang.post(`/calls/${id}/offer-transfer`, { to: 'wang', ticket }));
    expect(await own('wang')).toMatchObject([{ id, agent: zhang, transfer: { by: zhang, to: wang, ticket, accepted: false } }]);
    expect(await refused('li', 'accept-transfer', {})).toBe('transfer-not-to-you');
    ok(await as.wang.post(`/calls/${id}/accept-transfer`, {}));
    expect(await own('zhang')).toMatchObject([{ transfer: { accepted: true } }]);
    await tell('call-5', { id: '3', state: 'answered', at: at('09:59:00'), agent: 'wang' });
    expect(await own('zhang')).toEqual([]);
    expect(await own('wang')).toMatchObject([{ id, agent: wang, transfer: null }]);
    const contact = ok(await as.auditor1.get(`/contacts/${id}`));
    expect(contact['transfers']).toMatchObject([{ number: 1, by: zhang, to: wang, ticket, state: 'accepted' }]);
    expect(contact['passages']).toMatchObject([{ agent: zhang, endedAt: '2026-03-04T01:59:00.000Z' }, { agent: wang }]);
    // Whoever names no ticket hands over the one that was registered from the call.
    ok(await as.wang.post(`/calls/${id}/offer-transfer`, { to: 'zhang' }));
    expect(await own('zhang')).toMatchObject([{ id, agent: wang, transfer: { by: wang, to: zhang, ticket } }]);
    await tell('call-5', { id: '4', state: 'ended', at: at('09:59:30') });
    ok(await as.wang.post('/agent-states', { state: 'off' }), 201);
    expect(await own('wang')).toEqual([]);
  });

  test('a shift goes on over midnight', async () => {
    await passTo('2026-03-05 00:10');
    expect(await whoIsSeen('lead-north')).toEqual(['zhang after-call-work']);
    ok(await as.zhang.post('/agent-states', { state: 'off' }), 201);
    expect(await whoIsSeen('lead-north')).toEqual(['zhang off']);
    expect(await whoIsSeen('auditor1')).toEqual(['li break', 'zhang off']);
  });

  test('an agent sees no colleague of their site, and what comes again under one key is told once', async () => {
    const key = { 'idempotency-key': 'wang-ready' };
    const told = ok(await as.wang.post('/agent-states', { state: 'ready' }, key), 201);
    clock.pass(1_000);
    expect(ok(await as.wang.post('/agent-states', { state: 'ready' }, key), 201)).toEqual(told);
    expect(await whoIsSeen('lead-north')).toEqual(['wang ready', 'zhang off']);
    expect(await whoIsSeen('zhang')).toEqual(['zhang off']);
    expect(itemsOf(await as.zhang.get('/agent-states?site=north'))).toHaveLength(1);
    // A board is made once in two seconds.
    await eventually(async () => {
      const { agents, states } = ok(await as.zhang.get('/wallboard?site=north'));
      expect(agents).toMatchObject([{ state: 'off' }]);
      expect(states).toMatchObject({ ready: 1, off: 1 });
    });
  });
});
