import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

type Items = readonly Record<string, unknown>[];
const header = 'reference,occurredAt,channel,kind,level,item,subject,description,callerName,callerPhone,district';
const row = (reference: string, more: string = 'fault') =>
  `${reference},2026-11-20T09:00:00+08:00,phone,complaint,general,${more},停电,"昨夜, 全楼停电",李四,139 8888 7777,pudong`;

/** R1.6's warning and R1.1's late entry over HTTP, after the company of `ticketStory` is there. */
export function surges(installation: () => Installation): void {
  test('many contacts on one item and area warn the coordinator, once a burst', async () => {
    const admin = await ApiClient.as(installation().url, 'admin', adminPassword);
    const [agent, coordinator, handler] = (await signIn(installation(), 'agent1', 'coord1', 'quality-h')) as [
      ApiClient,
      ApiClient,
      ApiClient,
    ];
    const { body: policies } = await admin.get('/policies');
    const company = (policies['items'] as Items).find(({ code }) => code === 'company') as {
      inForce: { limits: { similar: { count: number } } };
    };
    const { count } = company.inForce.limits.similar;
    const location = { district: 'minhang' };
    const surgesOf = async () =>
      ((await coordinator.get('/surges?acknowledged=false')).body['items'] as Items).filter(
        ({ district }) => district === 'minhang',
      );
    const before = await Promise.all(Array.from({ length: count - 1 }, () => newTicket(agent, { item: 'website', location })));
    const apart = await newTicket(agent, { item: 'website', location: { district: 'pudong' } });
    const last = await newTicket(agent, { item: 'website', location });
    await newTicket(agent, { item: 'website', location });
    await eventually(async () => expect(await surgesOf()).toHaveLength(1));
    const [surge] = await surgesOf();
    expect(surge).toMatchObject({ id: last.id, item: 'website', count, proposes: expect.arrayContaining(['escalate-urgent']) });
    expect((surge?.['tickets'] as readonly string[]).toSorted()).toEqual([...before, last].map(({ id }) => id).toSorted());
    expect(surge?.['tickets']).not.toContain(apart.id);
    expect((await agent.get('/surges')).status).toBe(403);
    expect((await handler.get('/surges')).status).toBe(403);
    const path = `/surges/${String(surge?.['id'])}/acknowledge`;
    expect((await agent.post(path)).body['code']).toBe('not-allowed');
    expect((await coordinator.post(path, { event: 'p0-nowhere-at-all' })).body['code']).toBe('unknown-ticket');
    const event = await newTicket(agent, { parent: true, item: 'website', location });
    const { status, body } = await coordinator.post(path, { event: event.id });
    expect(status).toBe(200);
    expect((await coordinator.post(path)).body['code']).toBe('surge-already-acknowledged');
    expect((await coordinator.post('/surges/nothing/acknowledge')).body['code']).toBe('surge-not-found');
    const seen = await coordinator.get('/surges?acknowledged=true', { 'ledgerline-after': String(body['position']) });
    expect((seen.body['items'] as Items).find(({ id }) => id === last.id)).toMatchObject({ acknowledged: { event: event.id } });
  });

  test('what was written on paper is registered with its own times, once, and bad rows are told by line', async () => {
    const [agent, , handler] = (await signIn(installation(), 'agent1', 'coord1', 'quality-h')) as [
      ApiClient,
      ApiClient,
      ApiClient,
    ];
    const send = (client: ApiClient, ...rows: readonly string[]) =>
      client.call('POST', '/late-entries', { body: [header, ...rows].join('\n'), headers: { 'content-type': 'text/csv' } });
    const rows = [row('P-1'), row('P-2'), 'P-3,too,few', row('P-4', 'unheard-of'), row('P-5').replace('phone', 'pigeon')];
    const { status, body } = await send(agent, ...rows);
    expect([status, body['registered'], body['refused']]).toEqual([200, 2, 3]);
    const items = body['items'] as Items;
    expect(items.map(({ line, status: told, code }) => [line, told, code])).toEqual([
      [2, 'registered', undefined],
      [3, 'registered', undefined],
      [4, 'refused', 'csv-record-inconsistent-columns'],
      [5, 'refused', 'unknown-item'],
      [6, 'refused', 'invalid-row'],
    ]);
    expect(items[4]).toMatchObject({ reference: 'P-5', errors: [{ column: 'channel' }] });
    const { body: ticket } = await agent.get(`/tickets/${String(items[0]?.['id'])}`);
    expect(ticket).toMatchObject({ enteredLate: true, occurredAt: '2026-11-20T09:00:00+08:00', caller: { name: '李四' } });
    expect((await send(agent, row('P-1'), row('P-6'))).body).toMatchObject({ registered: 1, repeated: 1, refused: 0 });
    const other = (await send(agent, row('P-1').replace('停电', '停水'))).body['items'] as Items;
    expect(other).toMatchObject([{ status: 'refused', code: 'idempotency-key-reused' }]);
    expect((await send(handler, row('P-7'))).status).toBe(403);
    expect((await agent.post('/late-entries', {})).status).toBe(415);
    expect(
      (await agent.call('POST', '/late-entries', { body: 'x,y', headers: { 'content-type': 'text/csv' } })).body['code'],
    ).toBe('invalid-csv');
  });
}
