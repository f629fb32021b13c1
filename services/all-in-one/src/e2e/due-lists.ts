import { expect, test } from '@jest/globals';
import { type ApiClient, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

interface Line {
  readonly id: string;
  readonly clock?: string;
  readonly due?: string;
  readonly overdue?: boolean;
  readonly held?: boolean;
  readonly holder?: object;
}

/** R5 over HTTP, after the company of `ticketStory` is there: who holds it and what is due next, on every list. */
export function dueLists(installation: () => Installation): void {
  test('lists say who holds a ticket and what is due next, and can be asked for it', async () => {
    const [agent, coordinator, handler] = (await signIn(installation(), ...['agent1', 'coord1', 'quality-h'])) as [
      ApiClient,
      ApiClient,
      ApiClient,
    ];
    const [held, routed, fresh] = [await newTicket(agent), await newTicket(agent), await newTicket(agent)];
    for (const ticket of [held, routed]) {
      await ticket.does(coordinator, 'route', { lead: 'quality' });
      await ticket.does(handler, 'accept');
    }
    await held.does(handler, 'hold', { department: 'quality', reason: 'third-party', note: '等配件' });
    const { body } = await handler.post(`/tickets/${routed.id}/record-progress`, { text: '已联系', toldCaller: true });
    const after = { 'ledgerline-after': String(body['position']) };
    const list = async (query: string, by = coordinator) => {
      const answer = await by.get(`/tickets?limit=200&${query}`, after);
      expect([query, answer.status]).toEqual([query, 200]);
      return answer.body['items'] as readonly Line[];
    };
    const among = async (query: string, by = coordinator) => {
      const ids = (await list(query, by)).map(({ id }) => id);
      return [held, routed, fresh].map(({ id }) => ids.includes(id));
    };
    const line = async (ticket: { readonly id: string }) => (await list('')).find(({ id }) => id === ticket.id);
    expect(await line(fresh)).toMatchObject({ clock: 'dispatch', overdue: false, held: false, holder: { who: 'call-centre' } });
    expect(await line(routed)).toMatchObject({ held: false, holder: { who: 'lead', department: 'quality' } });
    expect(await line(held)).toMatchObject({ held: true, holder: { who: 'third-party' } });
    expect(await among('held=true')).toEqual([true, false, false]);
    expect(await among('holder=quality')).toEqual([false, true, false]);
    expect(await among('holder=third-party')).toEqual([true, false, false]);
    expect(await among('holder=call-centre&overdue=false&status=registered')).toEqual([false, false, true]);
    expect(await among('overdue=true')).toEqual([false, false, false]);
    expect(await among('due=2020-01-01T00:00:00Z')).toEqual([false, false, false]);
    expect(await among('due=2020-01-01T00:00:00Z/2199-01-01T00:00:00Z&department=quality')).toEqual([true, true, false]);
    expect(await among('held=true&department=quality', handler)).toEqual([true, false, false]);
    const number = String((await held.seenBy(coordinator))['number']);
    expect((await list(`q=${number}&held=true`)).map(({ id }) => id)).toEqual([held.id]);
    expect(await list(`q=${number}&held=false`)).toEqual([]);
    const sorted = (await list('sort=due')).map(({ due = '9999' }) => due);
    expect(sorted).toEqual(sorted.toSorted());
    const everyId = async (query: string, cursor = ''): Promise<readonly string[]> => {
      const { body } = await coordinator.get(`/tickets?limit=7&${query}${cursor}`, after);
      const ids = (body['items'] as readonly Line[]).map(({ id }) => id);
      return body['next'] === null ? ids : [...ids, ...(await everyId(query, `&cursor=${String(body['next'])}`))];
    };
    const all = await everyId('');
    for (const sort of ['due', '-due', 'status,registeredAt', '-open,-registeredAt'])
      expect((await everyId(`sort=${sort}`)).toSorted()).toEqual(all.toSorted());
    expect((await coordinator.get('/tickets?sort=due,registeredAt')).body).toMatchObject({
      code: 'unsupported-sort',
      errors: [{ pointer: '/sort' }],
    });
    const first = (await coordinator.get('/tickets?limit=1&sort=due&overdue=false', after)).body;
    const second = (await coordinator.get(`/tickets?limit=1&sort=due&overdue=false&cursor=${String(first['next'])}`)).body;
    expect((second['items'] as readonly Line[])[0]?.id).not.toBe((first['items'] as readonly Line[])[0]?.id);
    expect((await coordinator.get('/tickets/count?held=true')).body['count']).toBeGreaterThanOrEqual(1);
    for (const query of ['due=x', 'held=maybe', 'holder=%20', 'sort=-when'])
      expect((await coordinator.get(`/tickets?${query}`)).status).toBe(400);
  });

  test('what waits for somebody stands on a list of theirs, until it is answered', async () => {
    const [agent, coordinator, lead, other, manager, stranger] = (await signIn(
      installation(),
      ...['agent1', 'coord1', 'quality-h', 'sales-h', 'sales-m', 'quality-m'],
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
    const ticket = await newTicket(agent);
    await ticket.does(coordinator, 'route', { lead: 'quality', coHandling: ['after-sales'] });
    await ticket.does(other, 'accept');
    await ticket.does(other, 'report', { text: '已到场' });
    const { body } = await lead.post(`/tickets/${ticket.id}/request-return`, { reason: '不属于本部门' });
    const waiting = async (by: ApiClient, awaits: string, position = body['position']) => {
      const answer = await by.get(`/tickets?limit=200&awaits=${awaits}`, { 'ledgerline-after': String(position) });
      expect([awaits, answer.status]).toEqual([awaits, 200]);
      const count = await by.get(`/tickets/count?awaits=${awaits}`);
      expect(count.body['count']).toBe((answer.body['items'] as readonly Line[]).length);
      return (answer.body['items'] as readonly (Line & { readonly awaits?: object })[]).filter(({ id }) => id === ticket.id);
    };
    const both = [
      { command: 'grant-return', department: 'quality' },
      { command: 'approve-result', department: 'after-sales' },
    ];
    for (const awaits of ['grant-return', 'grant-return,approve-result', 'approve-result'])
      expect((await waiting(coordinator, awaits)).map((line) => line.awaits)).toEqual([both]);
    expect(await waiting(manager, 'approve-result')).toHaveLength(1);
    expect(await waiting(manager, 'grant-return')).toEqual([]);
    expect(await waiting(stranger, 'approve-result')).toEqual([]);
    expect(await waiting(coordinator, 'grant-extension')).toEqual([]);
    const { body: approved } = await manager.post(`/tickets/${ticket.id}/approve-result`, {});
    expect(await waiting(manager, 'approve-result', approved['position'])).toEqual([]);
    expect((await coordinator.get('/tickets?awaits=close')).status).toBe(400);
    expect((await coordinator.get('/tickets?awaits=grant-return,grant-return')).status).toBe(400);
  });

  test('notices come to whom it concerns, and are read', async () => {
    const [agent, coordinator, handler, stranger] = (await signIn(
      installation(),
      ...['agent1', 'coord1', 'quality-h', 'sales-h'],
    )) as [ApiClient, ApiClient, ApiClient, ApiClient];
    const ticket = await newTicket(agent);
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    await ticket.does(handler, 'accept');
    const { body } = await coordinator.post(`/tickets/${ticket.id}/urge`, { text: '请尽快' });
    const after = { 'ledgerline-after': String(body['position']) };
    type Notice = { readonly id: string; readonly kind: string; readonly ticket: string; readonly read: boolean };
    const inbox = async (by: ApiClient, query = '') => {
      const answer = await by.get(`/notifications?limit=200${query}`, after);
      expect([answer.status, answer.body['code']]).toEqual([200, undefined]);
      return (answer.body['items'] as readonly Notice[]).filter((notice) => notice.ticket === ticket.id);
    };
    const [urged] = await inbox(handler);
    expect(urged).toMatchObject({ kind: 'urged', read: false, department: 'quality' });
    expect(JSON.stringify(urged)).not.toContain('请尽快');
    expect(await inbox(stranger)).toEqual([]);
    for (const _twice of [1, 2]) expect((await handler.post(`/notifications/${String(urged?.id)}/read`)).status).toBe(200);
    expect((await inbox(handler))[0]).toMatchObject({ read: true });
    expect(await inbox(handler, '&unread=true')).toEqual([]);
    expect((await handler.post('/notifications/nothing/read')).status).toBe(400);
    expect((await handler.get('/notifications?cursor=x')).status).toBe(400);
  });
}
