import { expect, test } from '@jest/globals';
import type { ApiClient, Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

/** R3 over HTTP, after the company of `ticketStory` is there. */
export function urgentEvents(installation: () => Installation): void {
  test('an urgent event is acknowledged, decided, handed down and explained, and replied to before the approval', async () => {
    const [agent, coordinator, boss, handler, manager] = (await signIn(
      installation(),
      ...['agent1', 'coord1', 'boss', 'quality-h', 'quality-m'],
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
    const ticket = await newTicket(agent, { level: 'urgent', subject: '燃气泄漏' });
    await ticket.does(agent, 'record-measure', { text: '已转消防 119' });
    await ticket.refused(boss, 'record-decision', { text: 'x' }, 'urgency-not-acknowledged');
    await ticket.refused(coordinator, 'acknowledge-urgent', {}, 'not-allowed');
    await ticket.does(boss, 'acknowledge-urgent');
    await ticket.refused(boss, 'acknowledge-urgent', {}, 'urgency-already-acknowledged');
    await ticket.refused(coordinator, 'hand-down-decision', { departments: ['quality'], text: 'x' }, 'nothing-decided-yet');
    await ticket.does(boss, 'record-decision', { text: '全部停用并上门检查', participants: ['张总', '李经理'] });
    await ticket.refused(boss, 'hand-down-decision', { departments: [], text: 'x' }, 'invalid-body');
    await ticket.refused(boss, 'hand-down-decision', { departments: ['nowhere'], text: 'x' }, 'unknown-department');
    await ticket.does(boss, 'hand-down-decision', { departments: ['quality', 'call-centre'], text: '今晚完成' });
    await ticket.does(coordinator, 'explain-decision', { text: '今晚上门', channel: 'phone' });
    expect(await ticket.seenBy(agent)).toMatchObject({ urgency: { step: 'explained', measures: 1 } });
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    await ticket.does(handler, 'accept');
    await ticket.does(handler, 'submit-result', { result: '已更换阀门', reply: '已更换阀门。', publishable: true });
    await ticket.does(agent, 'reply', { channel: 'phone' });
    await ticket.does(manager, 'approve-result');
    expect(await ticket.seenBy(agent)).toMatchObject({ status: 'completed', parts: [{ status: 'approved' }] });
    const { body } = await agent.get(`/tickets/${ticket.id}/deadlines`);
    const clocks = (body['items'] as readonly { readonly clock: string }[]).map(({ clock }) => clock);
    expect(clocks).toEqual(expect.arrayContaining(['explain-urgent', 'survey']));
    expect(clocks.filter((clock) => clock === 'check' || clock === 'reply')).toEqual([]);
  });
}
