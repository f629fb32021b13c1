import { expect, test } from '@jest/globals';
import { type ApiClient, type Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

/** R5 and R6.4 over HTTP, after the company of `ticketStory` is there. */
export function tracking(installation: () => Installation): void {
  test('coordinator and executive follow a ticket, and the department answers', async () => {
    const [agent, coordinator, boss, handler, stranger] = (await signIn(
      installation(),
      ...['agent1', 'coord1', 'boss', 'quality-h', 'sales-h'],
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
    const ticket = await newTicket(agent);
    const order = { instruction: '本周内办结', reportBy: '2199-03-04T17:00:00+08:00' };
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    await ticket.refused(boss, 'supervise', { ...order, reportBy: '2026-01-01T00:00:00Z' }, 'report-by-has-passed');
    await ticket.refused(coordinator, 'supervise', order, 'not-allowed');
    await ticket.refused(boss, 'supervise', { instruction: 'x' }, 'invalid-body');
    await ticket.refused(agent, 'guide', { text: 'x' }, 'not-allowed');
    await ticket.does(handler, 'accept');
    await ticket.does(coordinator, 'guide', { text: '先联系用户' });
    await ticket.does(boss, 'supervise', order);
    expect(await ticket.seenBy(agent)).toMatchObject({ supervised: ['quality'] });
    await ticket.refused(stranger, 'report-back', { department: 'quality', text: 'x' }, 'not-your-department');
    await ticket.does(handler, 'report-overdue', { reason: '等配件' });
    await ticket.refused(handler, 'report-overdue', { reason: 'x' }, 'overdue-already-reported');
    await ticket.does(agent, 'explain-delay', { text: '配件周五到货', channel: 'phone' });
    await ticket.does(handler, 'report-back', { text: '配件已到' });
    await ticket.refused(handler, 'report-back', { text: 'x' }, 'no-supervision-to-report-on');
    await ticket.does(coordinator, 'inspect', { findings: '有回访录音' });
    const seen = await ticket.seenBy(agent);
    expect(seen['supervised']).toBeUndefined();
    expect(seen['parts']).toMatchObject([{ department: 'quality', overdueReported: true }]);
    expect((await ticket.history(agent)).slice(3)).toEqual([
      'GuidanceGiven',
      'SupervisionOrdered',
      'OverdueReported',
      'DelayExplained',
      'SupervisionAnswered',
      'SpotCheckMade',
    ]);
  });
}
