import { expect, test } from '@jest/globals';
import { eventually, type ApiClient, type Installation } from '@ledgerline/installation';
import { newTicket, signIn, type TicketClient } from './ticket-client.js';

/** R1.5, R1.6, R3's raise and lower over HTTP, after the company of `ticketStory` is there. */
export function manyCallers(installation: () => Installation): void {
  const people = () =>
    signIn(installation(), 'agent1', 'coord1', 'quality-h', 'quality-m') as Promise<
      readonly [ApiClient, ApiClient, ApiClient, ApiClient]
    >;

  test('an agent raises a ticket to urgent, and a coordinator alone lowers it', async () => {
    const [agent, coordinator, handler] = await people();
    const ticket = await newTicket(agent);
    await ticket.does(agent, 'escalate-urgent', { reason: '有人受伤' });
    expect(await ticket.seenBy(agent)).toMatchObject({ level: 'urgent', urgency: { step: 'raised' } });
    await ticket.refused(agent, 'escalate-urgent', { reason: 'again' }, 'already-urgent');
    await ticket.refused(agent, 'downgrade-urgent', { reason: 'x' }, 'not-allowed');
    await ticket.refused(handler, 'escalate-urgent', { reason: 'x' }, 'not-allowed');
    await ticket.does(coordinator, 'downgrade-urgent', { reason: '误报' });
    expect(await ticket.seenBy(agent)).toMatchObject({ level: 'general' });
    await ticket.refused(coordinator, 'downgrade-urgent', { reason: 'again' }, 'not-urgent');
  });

  test('a duplicate shows its words with the other while linked, and has them back after', async () => {
    const [agent, coordinator, handler] = await people();
    const [first, second] = await Promise.all([newTicket(agent), newTicket(agent, { description: '同一台冰箱' })]);
    await second.refused(agent, 'link-duplicate', { of: second.id }, 'same-ticket');
    await second.refused(agent, 'link-duplicate', { of: 'p0-nowhere-at-all' }, 'unknown-ticket');
    await second.does(agent, 'link-duplicate', { of: first.id });
    await (await newTicket(agent)).refused(agent, 'link-duplicate', { of: second.id }, 'other-is-a-duplicate');
    await eventually(async () => expect(await first.seenBy(agent)).toMatchObject({ duplicates: [second.id] }));
    await first.does(coordinator, 'route', { lead: 'quality' });
    await first.does(handler, 'accept');
    await first.does(handler, 'request-information', { question: '型号？' });
    await second.does(agent, 'add-message', { from: 'caller', text: '型号 B7' });
    await first.does(agent, 'add-message', { from: 'caller', text: '还在等' });
    await eventually(async () => {
      expect(await first.history(agent)).toContain('DuplicateMessageNoted');
      expect(await messages(first, handler)).toEqual(expect.arrayContaining(['同一台冰箱', '型号 B7', '还在等']));
    });
    await second.refused(coordinator, 'route', { lead: 'quality' }, 'linked-as-duplicate');
    await second.does(agent, 'unlink-duplicate', { reason: '是另一台' });
    await eventually(async () => expect((await first.seenBy(agent))['duplicates']).toBeUndefined());
    expect(await messages(first, agent)).not.toContain('型号 B7');
    expect(await messages(first, agent)).toContain('还在等');
    expect(await messages(second, agent)).toEqual(['同一台冰箱', '型号 B7']);
    expect(await second.seenBy(agent)).toMatchObject({ status: 'registered' });
  });

  test('many callers hang under one event, are replied to in bulk or singly, and each has an own survey', async () => {
    const [agent, coordinator, handler, manager] = await people();
    const event = await newTicket(agent, { parent: true, subject: '小区停水' });
    const children = await Promise.all(Array.from({ length: 12 }, (_, place) => newTicket(agent, { subject: `停水 ${place}` })));
    await event.refused(agent, 'attach-to-event', { event: event.id }, 'same-ticket');
    for (const child of children) await child.does(agent, 'attach-to-event', { event: event.id });
    await eventually(async () => expect(await event.seenBy(agent)).toMatchObject({ children: 12 }));
    const [single, gone] = children as [TicketClient, TicketClient];
    await gone.does(agent, 'detach-from-event', { reason: '是欠费' });
    await eventually(async () => expect(await event.seenBy(agent)).toMatchObject({ children: 11 }));
    await event.refused(coordinator, 'reply-to-all', { text: 'x', channel: 'sms' }, 'nothing-to-reply');
    await event.does(coordinator, 'route', { lead: 'quality' });
    await event.does(handler, 'accept');
    await event.does(handler, 'submit-result', { result: '修好', reply: '已恢复供水。', publishable: true });
    await event.does(manager, 'approve-result');
    await event.does(agent, 'accept-result');
    await single.does(agent, 'reply', { text: '已给您恢复供水。', channel: 'phone' });
    await event.refused(agent, 'reply-to-all', { text: 'x', channel: 'sms' }, 'not-allowed');
    await event.does(coordinator, 'reply-to-all', { text: '已恢复供水，抱歉。', channel: 'sms' });
    await eventually(async () => {
      const { body } = await agent.get(`/tickets?event=${event.id}&limit=200`);
      const found = body['items'] as readonly { readonly id: string; readonly status: string; readonly replies: number }[];
      expect(found.map(({ id }) => id).toSorted()).toEqual(
        children
          .filter((child) => child !== gone)
          .map(({ id }) => id)
          .toSorted(),
      );
      expect(found.filter(({ status, replies }) => status !== 'completed' || replies !== 1)).toEqual([]);
    });
    expect((await agent.get(`/tickets/count?event=${event.id}&open=true`)).body).toMatchObject({ count: 0 });
    expect(await event.seenBy(agent)).toMatchObject({ replyToAll: { order: 1, children: 11 }, status: 'to-reply' });
    expect(await gone.seenBy(agent)).toMatchObject({ status: 'registered', replies: 0 });
    const { body } = await agent.get(`/tickets/${single.id}/deadlines`);
    expect((body['items'] as readonly { readonly clock: string }[]).filter(({ clock }) => clock === 'survey')).toHaveLength(1);
  });
}

async function messages(ticket: TicketClient, client: ApiClient): Promise<readonly string[]> {
  const { body } = await client.get(`/tickets/${ticket.id}/messages`);
  return (body['items'] as readonly { readonly text: string }[]).map(({ text }) => text);
}
