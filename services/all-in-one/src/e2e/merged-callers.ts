import { expect, test } from '@jest/globals';
import { eventually, type ApiClient, type Installation } from '@ledgerline/installation';
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
}
