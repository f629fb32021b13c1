import { expect, test } from '@jest/globals';
import type { ApiClient, Installation } from '@ledgerline/installation';
import { newTicket, signIn } from './ticket-client.js';

/** R6.4 over HTTP, after the company of `ticketStory` is there. */
export function commitment(installation: () => Installation): void {
  test('a commitment in principle has a date that the system keeps until it is followed up', async () => {
    const [agent, coordinator, handler] = (await signIn(installation(), 'agent1', 'coord1', 'quality-h')) as [
      ApiClient,
      ApiClient,
      ApiClient,
    ];
    const ticket = await newTicket(agent);
    const promise = { text: '列入明年改造计划', rule: '改造计划第三条', followUpOn: '2199-04-01T09:00:00+08:00' };
    const clock = async () => {
      const { body } = await agent.get(`/tickets/${ticket.id}/deadlines`);
      return (body['items'] as readonly Record<string, unknown>[]).find((one) => one['instance'] === 'follow-up:1');
    };
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    await ticket.refused(handler, 'commit-in-principle', promise, 'not-accepted-yet');
    await ticket.does(handler, 'accept');
    await ticket.refused(handler, 'commit-in-principle', { ...promise, followUpOn: '2026-04-31T09:00:00Z' }, 'invalid-body');
    await ticket.refused(handler, 'commit-in-principle', { ...promise, rule: undefined }, 'invalid-body');
    await ticket.does(handler, 'commit-in-principle', promise);
    expect(await clock()).toMatchObject({ state: 'running' });
    expect(await ticket.seenBy(agent)).toMatchObject({ commitments: [{ department: 'quality', rule: promise.rule }] });
    await ticket.does(agent, 'follow-up', { text: '改造已开工' });
    expect(await clock()).toMatchObject({ state: 'met' });
    await ticket.refused(agent, 'follow-up', { text: 'x' }, 'nothing-to-follow-up');
  });
}
