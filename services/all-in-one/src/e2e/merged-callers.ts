import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';
import { aTicket } from './ticket-story.js';

type Items = readonly Record<string, unknown>[];
const idsOf = (items: unknown) => (items as Items).map(({ id }) => id).toSorted();

/** R10 over HTTP: two customers who are one, and are two again. */
export function mergedCallers(installation: () => Installation): void {
  const people = () =>
    signIn(installation(), 'agent1', 'coord1', 'quality-h') as Promise<readonly [ApiClient, ApiClient, ApiClient]>;
  const customerBy = async (agent: ApiClient, phone: string) => {
    const found = async () => ((await agent.get(`/customers?phone=${phone}`)).body['items'] as Items)[0]?.['id'];
    await eventually(async () => expect(await found()).toBeDefined());
    return String(await found());
  };
  const historyOf = async (agent: ApiClient, id: string) =>
    idsOf((await agent.get(`/customers/${id}/tickets?limit=200`)).body['items']);

  test('a merge shows both histories as one, takes new contacts of either number, and is undone to the last contact', async () => {
    const [agent, coordinator, handler] = await people();
    const [mobile, office] = ['13400010001', '13400020002'];
    const first = await newTicket(agent, { caller: { name: '孙梅', phone: mobile } });
    const second = await newTicket(agent, { caller: { name: '孙女士', phone: office, email: 'sun@example.org' } });
    const [survivor, other] = [await customerBy(agent, mobile), await customerBy(agent, office)];
    const merging = { into: survivor, reason: '同一人的手机和单位电话' };
    expect((await agent.post(`/customers/${other}/merge`, merging)).body['code']).toBe('not-allowed');
    expect((await handler.post(`/customers/${other}/merge`, merging)).body['code']).toBe('not-allowed');
    expect((await coordinator.post(`/customers/${other}/merge`, { ...merging, into: other })).body['code']).toBe('same-customer');
    expect((await coordinator.post(`/customers/${other}/merge`, { ...merging, into: 'nobody' })).body['code']).toBe(
      'unknown-customer',
    );
    const key = { 'idempotency-key': 'merge-sun-mei' };
    const merged = await coordinator.post(`/customers/${other}/merge`, merging, key);
    expect(merged).toMatchObject({ status: 200, body: { events: [{ type: 'CustomerMerged' }] } });
    expect((await coordinator.post(`/customers/${other}/merge`, merging, key)).body['version']).toBe(merged.body['version']);
    const stale = { 'if-match': '"1"' };
    expect((await coordinator.post(`/customers/${other}/unmerge`, { reason: 'x' }, stale)).body['code']).toBe('version-mismatch');

    await eventually(async () => expect(await historyOf(agent, survivor)).toEqual([first.id, second.id].toSorted()));
    expect((await agent.get(`/customers/${other}`)).body).toMatchObject({
      id: survivor,
      name: '孙梅',
      merged: [{ id: other, name: '孙女士', mergedInto: { into: survivor }, mergeReason: merging.reason }],
    });
    expect((await coordinator.post(`/customers/${survivor}/merge`, { into: other, reason: 'x' })).body['code']).toBe(
      'same-customer',
    );
    await eventually(async () => {
      for (const query of [`phone=${office}`, 'email=sun@example.org', `q=${encodeURIComponent('孙女士')}`])
        expect(idsOf((await agent.get(`/customers?${query}`)).body['items'])).toEqual([survivor]);
    });
    const later = await newTicket(agent, { caller: { phone: office } });
    const third = await newTicket(agent, { caller: { phone: mobile } });
    const all = [first, second, later, third].map(({ id }) => id).toSorted();
    await eventually(async () => expect(await historyOf(agent, other)).toEqual(all));

    const until = new Date(Date.now() + 3_600_000).toISOString();
    await coordinator.post(`/customers/${other}/restrictions`, { until, reason: '一天五十次' });
    expect((await agent.get(`/customers/${survivor}`)).body).toMatchObject({ restricted: true });
    const again = { ...aTicket, caller: { phone: mobile } };
    await eventually(async () => expect((await agent.post('/tickets', again)).body['code']).toBe('caller-is-restricted'));

    expect((await coordinator.post(`/customers/${other}/unmerge`, { reason: '是两个人' })).status).toBe(200);
    expect((await coordinator.post(`/customers/${other}/unmerge`, { reason: '是两个人' })).body['code']).toBe(
      'customer-not-merged',
    );
    await eventually(async () => {
      const own = await historyOf(agent, survivor);
      expect(own).toEqual(expect.arrayContaining([first.id, third.id]));
      expect(own).not.toContain(later.id);
      expect(await historyOf(agent, other)).toEqual([second.id, later.id].toSorted());
      expect((await agent.get(`/customers/${survivor}`)).body).toMatchObject({ restricted: false });
      expect(idsOf((await agent.get(`/customers?phone=${office}`)).body['items'])).toEqual([other]);
    });
    await eventually(async () => expect((await agent.post('/tickets', again)).status).toBe(201));
    expect((await coordinator.post(`/customers/${other}/restrictions/lift`, { reason: '已道歉' })).status).toBe(200);
  });

  test('what is kept of a customer is theirs alone after a merge too; the last word about consent counts; who looks alike is told', async () => {
    const [agent, coordinator, handler] = await people();
    const [one, two] = ['13400030003', '13400040004'];
    const ticket = await newTicket(agent, { caller: { name: '周强', phone: one } });
    await newTicket(agent, { caller: { name: '周先生', phone: two } });
    const [first, second] = [await customerBy(agent, one), await customerBy(agent, two)];
    const gives = async (id: string, step: string, body: object, client = agent) => {
      const answer = await client.post(`/customers/${id}/${step}`, body);
      expect([step, answer.status, answer.body['code']]).toEqual([step, 200, undefined]);
      return String(answer.body['position']);
    };
    await gives(first, 'profile', { name: '周强', organisation: '东方机械', preferredChannel: 'email', language: 'zh' });
    await gives(first, 'add-entry', { kind: 'phone', text: '010-6552 7777', label: '单位' });
    await gives(first, 'add-entry', { kind: 'product', text: 'X100 数控机床', label: 'SN-7' });
    await gives(first, 'add-entry', { kind: 'note', text: '上午方便' });
    await gives(first, 'correct-entry', { entry: 2, text: 'X200 数控机床' });
    const kept = async (client: ApiClient, path: string) => (await client.get(path)).body;
    expect(await kept(agent, `/customers/${first}/profile`)).toMatchObject({
      id: first,
      profiles: [{ customer: first, version: 5, details: { organisation: '东方机械' }, entries: [{ kind: 'phone' }, { content: { text: 'X200 数控机床' } }, { kind: 'note' }] }],
      doNotCall: false,
    }); // prettier-ignore
    expect((await agent.post(`/customers/${first}/add-entry`, { kind: 'email', text: 'nobody' })).body['code']).toBe(
      'not-a-number-or-address',
    );
    expect((await agent.post(`/customers/${first}/add-entry`, { kind: 'phone', text: '+86 10 65527777', label: '单位' })).body['code']).toBe('entry-already-there'); // prettier-ignore

    expect((await handler.get(`/customers/${first}/profile`)).body['code']).toBe('not-allowed');
    expect((await handler.get(`/tickets/${ticket.id}/caller-profile`)).status).toBe(404);
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    const { profiles } = (await kept(handler, `/tickets/${ticket.id}/caller-profile`)) as {
      profiles: readonly { entries: Items }[];
    };
    expect(profiles[0]?.entries.map(({ content }) => content)).toEqual([
      { text: '010****7777', label: '单位' },
      { text: 'X200 数控机床' },
    ]);

    const consent = { purpose: 'marketing', means: 'sms', way: 'phone', evidence: '录音 17' };
    await gives(first, 'give-consent', { ...consent, occurredAt: '2026-01-02T09:00:00+08:00' });
    await gives(second, 'add-entry', { kind: 'phone', text: '(010) 65527777' });
    const behind = await gives(second, 'withdraw-consent', consent);
    expect((await agent.get(`/customers/${first}/alike`)).body['code']).toBe('not-allowed');
    await agent.get('/customers', { 'ledgerline-after': behind });
    const alike = async () => (await coordinator.get(`/customers/${first}/alike`)).body['items'];
    await eventually(async () => expect(await alike()).toMatchObject([{ id: second, name: '周先生', why: ['phone'] }]));
    await gives(second, 'merge', { into: first, reason: '同一个单位电话，本人确认' }, coordinator);
    await eventually(async () => expect(await alike()).toEqual([]));
    const together = { profiles: [{ customer: first }, { customer: second }], consents: [{ ...consent, given: false, way: undefined, evidence: undefined }] }; // prettier-ignore
    expect(JSON.parse(JSON.stringify(await kept(agent, `/customers/${second}/profile`)))).toMatchObject(
      JSON.parse(JSON.stringify(together)) as object,
    );
    await gives(second, 'do-not-call', { reason: '不要再打' });
    await eventually(async () => expect(await kept(agent, `/customers/${first}/profile`)).toMatchObject({ doNotCall: true }));
    await gives(second, 'unmerge', { reason: '是兄弟两人' }, coordinator);
    expect(await kept(agent, `/customers/${first}/profile`)).toMatchObject({ consents: [{ given: true }], doNotCall: false });
    await eventually(async () => expect(await alike()).toHaveLength(1));
    await gives(first, 'dismiss-likeness', { other: second, reason: '兄弟' }, coordinator);
    expect(await alike()).toEqual([]);
  });

  test('a segment counts and exports those who consented, marked and on record; for analysis nobody is named', async () => {
    const [agent, coordinator] = await people();
    const leader = await ApiClient.as(installation().url, 'admin', adminPassword);
    const made = async (name: string, number: string, hasConsented: boolean) => {
      const { body } = await agent.post('/customers', { name, phone: number });
      const path = `/customers/${String(body['id'])}`;
      await agent.post(`${path}/profile`, { name, organisation: '北方车床厂', language: 'zh' });
      await agent.post(`${path}/add-entry`, { kind: 'phone', text: number });
      const consent = { purpose: 'marketing', means: 'sms', way: 'web', evidence: '网页勾选' };
      const last = await agent.post(`${path}/${hasConsented ? 'give' : 'withdraw'}-consent`, consent);
      expect(last.status).toBe(200);
      return { id: String(body['id']), position: String(last.body['position']) };
    };
    const yes = await made('郑一', '13400070007', true);
    const no = await made('郑二', '13400080008', false);
    const segment = async (purpose: string) => {
      const filter = { organisation: '北方车床厂 ' };
      expect((await agent.post('/customer-segments', { name: 'x', purpose, filter })).body['code']).toBe('not-allowed');
      const { status, body } = await coordinator.post('/customer-segments', { name: '北方车床厂', purpose, filter });
      expect(status).toBe(201);
      return `/customer-segments/${String(body['id'])}`;
    };
    const [marketing, analysis] = [await segment('marketing-sms'), await segment('analysis')];
    const after = { 'ledgerline-after': no.position };
    expect((await coordinator.get(marketing, after)).body).toMatchObject({ count: 1, more: false, name: '北方车床厂' });
    expect((await coordinator.get(analysis, after)).body).toMatchObject({ count: 2, more: false });
    await eventually(async () => expect((await coordinator.get('/customer-segments')).body['items']).toHaveLength(2));

    const token = await ApiClient.tokenOf(installation().url, 'coord1', 'a-good-long-password');
    const headers = { authorization: `Bearer ${token}` };
    const table = async (path: string) => (await fetch(`${installation().url}/api/v1${path}/export`, { headers })).text();
    expect((await agent.get(`${marketing}/export`)).body['code']).toBe('not-allowed');
    const named = await table(marketing);
    expect(named).toContain(`${yes.id},郑一,13400070007,北方车床厂,zh,,,coord1,`);
    expect(named).not.toContain('郑二');
    const unnamed = await table(analysis);
    expect(unnamed.split('\r\n').filter((line) => line.startsWith(',,,北方车床厂,zh,,,coord1,'))).toHaveLength(2);
    for (const word of ['郑', '134000', yes.id]) expect(unnamed).not.toContain(word);
    await eventually(async () => {
      const taken = (await leader.get('/audit/exports')).body['items'] as Items;
      expect(taken.filter(({ format }) => format === 'segment')).toHaveLength(2);
    });

    expect((await coordinator.post(`/customers/${no.id}/merge`, { into: yes.id, reason: '同一人' })).status).toBe(200);
    await eventually(async () => {
      expect((await coordinator.get(marketing)).body).toMatchObject({ count: 0 });
      expect((await coordinator.get(analysis)).body).toMatchObject({ count: 1 });
    });
    expect((await coordinator.post(`${marketing}/change`, { name: '改名', filter: {} })).status).toBe(200);
    expect((await coordinator.post(`${marketing}/retire`, { reason: '活动结束' })).status).toBe(200);
    expect((await coordinator.post(`${marketing}/retire`, { reason: '活动结束' })).body['code']).toBe('segment-is-retired');
  });
}
