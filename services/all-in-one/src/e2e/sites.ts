import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Answer, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';
import { aTicket } from './ticket-story.js';

/** R2.4: several sites in one installation, and a ticket that moves between them. After `ticketStory`, whose company it needs. */
export function sites(installation: () => Installation): void {
  const ok = (answer: Answer, status = 200) => {
    expect(answer.status).toBe(status);
    return answer.body;
  };
  const refused = (answer: Answer, code: string) => expect(answer.body['code']).toBe(code);

  test('sites are opened, closed and listed; departments are at one', async () => {
    const admin = await ApiClient.as(installation().url, 'admin', adminPassword);
    const [agent] = (await signIn(installation(), 'agent1')) as [ApiClient];
    ok(await admin.post('/sites', { code: 'north', name: '北部分中心' }), 201);
    ok(await admin.post('/sites', { code: 'south', name: '南部分中心' }), 201);
    refused(await admin.post('/sites', { code: 'north', name: 'again' }), 'site-exists');
    refused(await agent.post('/sites', { code: 'west', name: 'x' }), 'not-allowed');
    expect((await admin.post('/sites/south/close', { reason: 'merged' })).status).toBe(200);
    refused(await admin.post('/sites/main/close', { reason: 'x' }), 'own-site-stays-open');
    await eventually(async () =>
      expect((await agent.get('/sites')).body['items']).toMatchObject([
        { code: 'main', open: true, own: true },
        { code: 'north', name: '北部分中心', open: true, own: false },
        { code: 'south', open: false },
      ]),
    );
    refused(await admin.post('/departments', { code: 'repair-moon', name: 'x', site: 'moon' }), 'unknown-site');
    refused(await admin.post('/departments', { code: 'repair-south', name: 'x', site: 'south' }), 'unknown-site');
    expect((await admin.post('/departments', { code: 'repair-north', name: '北部维修', site: 'north' })).status).toBe(201);
    expect((await admin.get('/departments/repair-north')).body['site']).toBe('north');
  });

  test('a ticket moves to another site, whose call centre has to dispatch it', async () => {
    const [agent, coordinator, handler] = (await signIn(installation(), 'agent1', 'coord1', 'quality-h')) as [
      ApiClient,
      ApiClient,
      ApiClient,
    ];
    const ticket = await newTicket(agent, { kind: 'praise', item: 'other' });
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    await ticket.does(handler, 'accept');
    expect((await agent.post(`/tickets/${ticket.id}/transfer-site`, { site: 'north', reason: 'x' })).status).toBe(403);
    await ticket.refused(coordinator, 'transfer-site', { site: 'moon', reason: 'x' }, 'unknown-site');
    await ticket.refused(coordinator, 'transfer-site', { site: 'south', reason: 'x' }, 'unknown-site');
    await ticket.refused(coordinator, 'transfer-site', { site: 'main', reason: 'x' }, 'already-at-site');
    const { position } = await ticket.does(coordinator, 'transfer-site', { site: 'north', reason: '客户在北部' });
    expect(await ticket.seenBy(coordinator)).toMatchObject({
      site: 'north',
      status: 'registered',
      parts: [{ status: 'released' }],
    });
    await ticket.refused(handler, 'record-progress', { department: 'quality', text: 'x' }, 'department-has-no-part');
    const listed = await agent.get('/tickets?site=north', { 'ledgerline-after': String(position) });
    expect((listed.body['items'] as { id: string }[]).map(({ id }) => id)).toContain(ticket.id);
    await ticket.does(coordinator, 'route', { lead: 'repair-north' });
    const { body } = await coordinator.get(`/tickets/${ticket.id}/deadlines`);
    const clocks = (body['items'] as { clock: string; instance: string; state: string; verdict: unknown }[]).filter(({ clock }) =>
      ['dispatch', 'handle'].includes(clock),
    );
    expect(clocks.map(({ instance, state }) => `${instance} ${state}`)).toEqual(
      expect.arrayContaining(['dispatch:1 met', 'dispatch:2 met', 'handle:1 cancelled', 'handle:2 running']),
    );
    expect(clocks.find(({ instance }) => instance === 'handle:1')?.verdict).toMatchObject({ chargedTo: 'quality' });
    const then = await coordinator.get(`/tickets/${ticket.id}?version=2`);
    expect(then.body['site']).toBe('main');
  });

  test('a ticket is registered for a site that is open', async () => {
    const [agent] = (await signIn(installation(), 'agent1')) as [ApiClient];
    for (const site of ['moon', 'south']) refused(await agent.post('/tickets', { ...aTicket, site }), 'unknown-site');
    const ticket = await newTicket(agent, { kind: 'praise', item: 'other', site: 'north' });
    expect(await ticket.seenBy(agent)).toMatchObject({ site: 'north', status: 'registered' });
  });
}
