import { expect, test } from '@jest/globals';
import { adminPassword, ApiClient, eventually, type Installation } from '@ledgerline/installation';
import { setTimeout as sleep } from 'node:timers/promises';
import { newTicket, signIn } from './ticket-client.js';

type Items = readonly Record<string, unknown>[];

/** A ticket between two moments, and who could see it at one (R14.1). After `ticketStory`, whose company it needs. */
export function auditReplay(installation: () => Installation): void {
  const password = 'a-good-long-password';
  /** What is done after it is later: by a millisecond at least. */
  const now = async () => {
    const at = new Date().toISOString();
    await sleep(10);
    return at;
  };
  const [was, later] = [
    { roles: ['manager'], departments: ['quality'] },
    { roles: ['agent'], departments: ['call-centre'] },
  ];

  async function staff() {
    const admin = await ApiClient.as(installation().url, 'admin', adminPassword);
    for (const [username, held] of Object.entries({
      replayer: { roles: ['auditor'], departments: [] },
      mandy: was,
      leaver: was,
    })) {
      const { status, body } = await admin.post('/users', { username, password, name: username, ...held });
      expect([status, body['code']].includes(201) || body['code'] === 'username-taken').toBe(true);
    }
    const [auditor, agent, coordinator] = await signIn(installation(), 'replayer', 'agent1', 'coord1');
    return { admin, auditor, agent, coordinator } as {
      admin: ApiClient;
      auditor: ApiClient;
      agent: ApiClient;
      coordinator: ApiClient;
    };
  }

  test('who could see a confidential ticket is told by the rights that were held then', async () => {
    const { admin, auditor, agent, coordinator } = await staff();
    const before = await now();
    const ticket = await newTicket(agent, { confidential: true, kind: 'praise', item: 'other' });
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    const then = await now();
    expect((await admin.post('/users/mandy/change', { ...later, reason: '调岗' })).status).toBe(200);
    expect((await admin.post('/users/leaver/deactivate', { reason: 'left' })).status).toBe(200);
    const who = async (query: string) => {
      const found: Record<string, unknown>[] = [];
      for (let cursor: unknown = ''; cursor !== null;) {
        const page = await auditor.get(
          `/tickets/${ticket.id}/rights?limit=3${query}${cursor === '' ? '' : `&cursor=${String(cursor)}`}`,
        );
        expect([page.status, page.body['code']]).toEqual([200, undefined]);
        found.push(...(page.body['items'] as Items));
        cursor = page.body['next'];
      }
      return new Map(found.map((account) => [account['username'], account]));
    };
    await eventually(async () => expect([...(await who('')).keys()]).toContain('replayer'));
    const past = await who(`&at=${then}`);
    expect(past.get('mandy')).toMatchObject({ ...was, caller: 'masked' });
    expect(past.get('coord1')).toMatchObject({ caller: 'plain' });
    expect([...past.keys()]).toEqual(expect.arrayContaining(['admin', 'coord1', 'replayer', 'leaver']));
    expect([...past.keys()]).not.toContain('agent1');
    const today = await who('');
    expect([...today.keys()]).toEqual(expect.arrayContaining(['admin', 'coord1', 'replayer']));
    for (const gone of ['mandy', 'leaver', 'agent1']) expect([...today.keys()]).not.toContain(gone);
    expect((await auditor.get(`/tickets/${ticket.id}/rights?at=${before}`)).body['code']).toBe('ticket-not-found-then');
    expect((await coordinator.get(`/tickets/${ticket.id}/rights`)).body['code']).toBe('not-allowed');
    expect((await agent.get(`/tickets/${ticket.id}/rights`)).body['code']).toBe('not-allowed');
  });

  test('what differs between two moments is told with the events that made it', async () => {
    const { agent, coordinator } = await staff();
    const before = await now();
    const ticket = await newTicket(agent, { kind: 'praise', item: 'other' });
    const registered = await now();
    await ticket.does(coordinator, 'reclassify', { kind: 'opinion', reason: 'x' });
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    const path = `/tickets/${ticket.id}/differences`;
    const { status, body } = await coordinator.get(`${path}?from=${registered}`);
    expect([status, body['from'], (body['to'] as Record<string, unknown>)['version']]).toEqual([
      200,
      { at: registered, version: 1 },
      3,
    ]);
    expect(body['differences']).toEqual(
      expect.arrayContaining([
        { pointer: '/kind', was: 'praise', is: 'opinion' },
        { pointer: '/status', was: 'registered', is: 'dispatched' },
      ]),
    );
    expect((body['events'] as Items).map(({ type }) => type)).toEqual(['TicketReclassified', 'TicketRouted']);
    const whole = (await coordinator.get(`${path}?from=${before}&to=${registered}`)).body;
    expect(whole).toMatchObject({ from: { version: 0 }, to: { version: 1 } });
    expect(whole['differences']).toEqual(expect.arrayContaining([{ pointer: '/kind', is: 'praise' }]));
    expect((await coordinator.get(`${path}?from=${registered}&to=${before}`)).body['code']).toBe('moments-reversed');
    expect((await coordinator.get(path)).body).toMatchObject({ code: 'invalid-query', errors: [{ pointer: '/from' }] });
  });
}
