import { expect, test } from '@jest/globals';
import { eventually, type ApiClient, type Installation } from '@ledgerline/installation';
import { newTicket, signIn, type TicketClient } from './ticket-client.js';

type Clients = readonly [ApiClient, ApiClient, ApiClient, ApiClient];

/** R7.1 and R8 over HTTP, after the company of `ticketStory` is there. */
export function replyAndSurvey(installation: () => Installation): void {
  const people = async () => (await signIn(installation(), 'agent1', 'coord1', 'quality-h', 'quality-m')) as unknown as Clients;

  const toReply = async ([agent, coordinator, handler, manager]: Clients, ticket: TicketClient) => {
    await ticket.does(coordinator, 'route', { lead: 'quality' });
    await handled([agent, coordinator, handler, manager], ticket);
  };
  const handled = async ([agent, , handler, manager]: Clients, ticket: TicketClient) => {
    await ticket.does(handler, 'accept');
    await ticket.does(handler, 'submit-result', { result: 'r', reply: '已修好。', publishable: true });
    await ticket.does(manager, 'approve-result');
    await ticket.does(agent, 'accept-result');
  };
  const clock = async (client: ApiClient, ticket: TicketClient, instance: string) => {
    const { body } = await client.get(`/tickets/${ticket.id}/deadlines`);
    return (body['items'] as readonly Record<string, unknown>[]).find((one) => one['instance'] === instance);
  };

  test('attempts to reach the caller are on record, and unreachable is what the rule says', async () => {
    const clients = await people();
    const [agent, coordinator, handler] = clients;
    const ticket = await newTicket(agent);
    const attempt = { purpose: 'reply', channel: 'phone', outcome: 'no-answer' };
    await ticket.refused(agent, 'record-contact-attempt', attempt, 'nothing-to-reply');
    await toReply(clients, ticket);
    await ticket.refused(handler, 'reply', { channel: 'phone' }, 'call-centre-replies');
    await ticket.refused(agent, 'record-contact-attempt', { ...attempt, outcome: 'No answer' }, 'invalid-body');
    for (const outcome of ['no-answer', 'busy', 'message-left'])
      await ticket.does(agent, 'record-contact-attempt', { ...attempt, outcome, note: '再打' });
    const close = await coordinator.post(`/tickets/${ticket.id}/close`, { code: 'unreachable' });
    expect(close.body).toMatchObject({
      status: 409,
      code: 'caller-not-tried-enough',
      needed: 3,
      tried: { attempts: 3, days: 1 },
    });
    expect((await ticket.seenBy(agent))['attempts']).toHaveLength(3);
    await ticket.does(agent, 'reply', { channel: 'phone' });
    expect((await ticket.seenBy(agent))['attempts']).toBeUndefined();
    await ticket.refused(coordinator, 'close', { code: 'unreachable' }, 'caller-has-been-reached');
    await ticket.refused(coordinator, 'close', { code: 'duplicate' }, 'not-linked-as-duplicate');
    await ticket.does(coordinator, 'close', { code: 'resolved' });
  });

  test('who is dissatisfied has it reworked once by itself, after that it is explained or a coordinator’s', async () => {
    const clients = await people();
    const [agent, coordinator, handler] = clients;
    const ticket = await newTicket(agent);
    const ratings = { outcome: 2, service: 4, timeliness: 1, comment: '还是不制冷' };
    await ticket.refused(agent, 'survey', { channel: 'sms' }, 'nothing-to-survey');
    await toReply(clients, ticket);
    await ticket.does(agent, 'reply', { channel: 'phone' });
    await ticket.does(agent, 'survey', { channel: 'sms' });
    await ticket.refused(agent, 'record-survey', { ...ratings, outcome: 6 }, 'invalid-body');
    await ticket.refused(handler, 'record-survey', ratings, 'not-allowed');
    await ticket.does(agent, 'record-survey', ratings);
    await eventually(async () => expect(await ticket.seenBy(agent)).toMatchObject({ status: 'dispatched', reworks: 1 }));
    const { body } = await agent.get(`/tickets/${ticket.id}/events?limit=200`);
    const ordered = (body['items'] as readonly Record<string, unknown>[]).find(({ type }) => type === 'ReworkOrdered');
    expect(ordered).toMatchObject({
      data: { department: 'quality', reason: 'dissatisfied: outcome, timeliness' },
      meta: { actor: { kind: 'system', id: 'rework-dissatisfied' } },
    });
    await handled(clients, ticket);
    await ticket.does(agent, 'reply', { channel: 'phone' });
    await ticket.does(agent, 'record-survey', { ...ratings, service: 3 });
    await ticket.refused(agent, 'record-survey', ratings, 'already-surveyed');
    await ticket.refused(coordinator, 'close', { code: 'resolved' }, 'caller-is-dissatisfied');
    expect(await ticket.seenBy(agent)).toMatchObject({
      status: 'completed',
      survey: { dissatisfied: ['outcome', 'timeliness'] },
    });
    await ticket.does(coordinator, 'close', { code: 'explained' });
    expect((await ticket.history(agent)).filter((type) => type === 'ReworkOrdered')).toHaveLength(1);
  });

  test('a survey that reaches nobody is over after the policy’s attempts', async () => {
    const clients = await people();
    const [agent] = clients;
    const ticket = await newTicket(agent);
    const attempt = { purpose: 'survey', channel: 'phone', outcome: 'no-answer' };
    await toReply(clients, ticket);
    await ticket.does(agent, 'reply', { channel: 'phone' });
    expect(await clock(agent, ticket, 'survey:1')).toMatchObject({ state: 'running' });
    for (let n = 0; n < 3; n += 1) await ticket.does(agent, 'record-contact-attempt', attempt);
    await ticket.refused(agent, 'record-contact-attempt', attempt, 'survey-attempts-used-up');
    expect(await clock(agent, ticket, 'survey:1')).toMatchObject({ state: 'met' });
    expect((await ticket.seenBy(agent))['survey']).toMatchObject({ attempts: 3 });
    expect((await ticket.seenBy(agent))['survey']).not.toHaveProperty('ratings');
  });
}
