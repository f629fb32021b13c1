import { describe, expect, test } from '@jest/globals';
import { ticketFold, type Ticket, type TicketEvent } from '@ledgerline/domain';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { attachToEvent, detachFromEvent } from '../../intake/src/attach-to-event/attach-to-event.decision.js';
import { addMessage } from '../../intake/src/add-message/add-message.decision.js';
import { closeTicket } from '../../intake/src/close-ticket/close-ticket.decision.js';
import {
  noteChild,
  noteDuplicate,
  noteDuplicateMessage,
  releaseChild,
  releaseDuplicate,
  undoLink,
} from '../../intake/src/keep-linked-tickets/note-links.decision.js';
import { linkDuplicate, mostDuplicates, unlinkDuplicate } from '../../intake/src/link-duplicate/link-duplicate.decision.js';
import { replyToCaller } from '../../notification/src/reply-to-caller/reply-to-caller.decision.js';
import { childrenToReply } from '../../notification/src/reply-to-all/children-to-reply.js';
import { replyInEvent } from '../../notification/src/reply-to-all/reply-in-event.decision.js';
import { replyToAll } from '../../notification/src/reply-to-all/reply-to-all.decision.js';
import { replyToChildren } from '../../notification/src/reply-to-all/reply-to-children.process-manager.js';
import { designateDepartment } from '../../routing/src/designate-department/designate-department.decision.js';
import { lowerUrgency } from '../../routing/src/lower-urgency/lower-urgency.decision.js';
import { orderRework } from '../../routing/src/order-rework/order-rework.decision.js';
import { raiseUrgency } from '../../routing/src/raise-urgency/raise-urgency.decision.js';
import { outcome, type Decided } from './spec-outcome.js';
import * as past from './ticket-histories.js';

const agent = actorOf(['agent'], ['call-centre'], 'agent');
const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const on = (...history: readonly TicketEvent[]) => given(ticketFold, ...history);
const { event, registered } = past;
const reason = 'r';
const byCallCentre = replyToCaller({ repliesBy: 'call-centre' });
const stateOf = (...history: readonly TicketEvent[]) => on(...history).state as Ticket;
const other = (...history: readonly TicketEvent[]) => ({ id: 'p0-other', ticket: stateOf(...history) });
const parent = { ...registered, data: { ...registered.data, parent: true } } as TicketEvent;
const urgent = { ...registered, data: { ...registered.data, level: 'urgent' } } as TicketEvent;
const secret = { ...registered, data: { ...registered.data, confidential: true } } as TicketEvent;
const linked = [...past.accepted, event('LinkedAsDuplicate', { of: 'p0-other' })];
const attached = [...past.accepted, event('AttachedToEvent', { event: 'p0-other' })];
const raised = [registered, event('UrgencyRaised', { reason })];
const childOf = (child: string, more: object = {}) =>
  event('ChildAttached', { child, attachedAt: '2026-03-02T01:00:00.000Z', ...more });
const withChildren = [parent, ...past.checked.slice(1), childOf('p0-1'), childOf('p0-2')];
const link = (self = 'p0-self', to = other(registered) as ReturnType<typeof other> | undefined) => linkDuplicate(self, to);
const attach = (self = 'p0-self', to = other(parent) as ReturnType<typeof other> | undefined) => attachToEvent(self, to);
const of = 'p0-other';
const telling = { text: 't', channel: 'phone' } as const;

describe.each<[string, string, () => Decided]>([
  ['raises an open ticket', 'UrgencyRaised', () => on(...past.routed).when(raiseUrgency, { reason }, agent)],
  ['is raised once', 'already-urgent', () => on(...raised).when(raiseUrgency, { reason }, agent)],
  ['begins with a ticket registered as urgent', 'already-urgent', () => on(urgent).when(raiseUrgency, { reason }, agent)],
  ['is raised where it is handled', 'attached-to-event', () => on(...attached).when(raiseUrgency, { reason }, agent)],
  ['is not raised when all is over', 'ticket-not-open', () => on(...past.closed).when(raiseUrgency, { reason }, agent)],
  ['is lowered', 'UrgencyLowered', () => on(...raised).when(lowerUrgency, { reason }, coordinator)],
  ['is not lowered where it is none', 'not-urgent', () => on(registered).when(lowerUrgency, { reason }, coordinator)],
  [
    'is raised again when on its own again',
    'UrgencyRaised',
    () =>
      on(urgent, event('AttachedToEvent', { event: of }), event('DetachedFromEvent', { reason })).when(
        raiseUrgency,
        { reason },
        agent,
      ),
  ],
])('urgency %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

test.each<[string, readonly TicketEvent[], object, string]>([
  ['the level before it was raised', raised, {}, 'general'],
  ['the level named', raised, { level: 'important' }, 'important'],
  ['the next lower one of what was registered as urgent', [urgent], {}, 'important'],
])('lowering gives back %s', (_, history, more, level) => {
  expect(on(...history).when(lowerUrgency, { reason, ...more }, coordinator)).toMatchObject([{ data: { level } }]);
});

describe.each<[string, string, () => Decided]>([
  ['is linked', 'LinkedAsDuplicate', () => on(...past.routed).when(link(), { of }, agent)],
  [
    'is linked to one that is answered',
    'LinkedAsDuplicate',
    () => on(registered).when(link('s', other(...past.replied)), { of }, agent),
  ],
  ['is not of itself', 'same-ticket', () => on(registered).when(link(of), { of }, agent)],
  [
    'is of a ticket that is there and shows',
    'unknown-ticket',
    () => on(registered).when(linkDuplicate('s', undefined), { of }, agent),
  ],
  ['is not of a duplicate', 'other-is-a-duplicate', () => on(registered).when(link('s', other(...linked)), { of }, agent)],
  [
    'has none itself',
    'has-duplicates',
    () => on(registered, event('DuplicateNoted', { duplicate: 'd' })).when(link(), { of }, agent),
  ],
  ['has no children', 'has-children', () => on(parent, childOf('p0-1')).when(link(), { of }, agent)],
  ['is linked once', 'linked-as-duplicate', () => on(...linked).when(link(), { of }, agent)],
  ['hangs under no event', 'attached-to-event', () => on(...attached).when(link(), { of }, agent)],
  ['keeps its confidence', 'other-is-not-confidential', () => on(secret).when(link(), { of }, agent)],
  ['is not of what is over', 'other-is-over', () => on(registered).when(link('s', other(...past.closed)), { of }, agent)],
  ['is open', 'ticket-not-open', () => on(...past.closed).when(link(), { of }, agent)],
  ['is unlinked', 'DuplicateUnlinked', () => on(...linked).when(unlinkDuplicate, { reason }, agent)],
  ['is unlinked where it is one', 'not-a-duplicate', () => on(registered).when(unlinkDuplicate, { reason }, agent)],
  [
    'is routed with the other',
    'linked-as-duplicate',
    () => on(...linked).when(designateDepartment({ returns: 2 }), { lead: 'quality', reason }, coordinator),
  ],
  ['is replied to singly', 'ReplyGiven', () => on(...linked).when(byCallCentre, telling, agent)],
  [
    'is closed as one',
    'TicketClosed',
    () => on(...linked).when(closeTicket({ attempts: 3, timeZone: 'Asia/Shanghai' }), { code: 'duplicate' }, coordinator),
  ],
  [
    'is not closed as anything else',
    'ticket-not-completed',
    () => on(...linked).when(closeTicket({ attempts: 3, timeZone: 'Asia/Shanghai' }), { code: 'resolved' }, coordinator),
  ],
  [
    'shares what comes to it',
    'MessageAdded MessageShared',
    () => on(...linked).when(addMessage, { from: 'caller', text: 't' }, agent),
  ],
  [
    'shares nothing when unlinked',
    'MessageAdded',
    () => on(...linked, event('DuplicateUnlinked', { reason, of })).when(addMessage, { from: 'caller', text: 't' }, agent),
  ],
])('a duplicate %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

const full = Array.from({ length: mostDuplicates }, (_, place) => event('DuplicateNoted', { duplicate: `d${place}` }));
const note = { duplicate: 'd0' };
describe.each<[string, string, () => Decided]>([
  ['learns of it', 'DuplicateNoted', () => on(registered).when(noteDuplicate, note)],
  ['says when it cannot take it', 'DuplicateRefused', () => on(...linked).when(noteDuplicate, note)],
  ['has not more than so many', 'DuplicateRefused', () => on(registered, ...full).when(noteDuplicate, { duplicate: 'e' })],
  ['learns once', 'duplicate-already-noted', () => on(registered, full[0] as TicketEvent).when(noteDuplicate, note)],
  ['learns that it is gone', 'DuplicateReleased', () => on(registered, full[0] as TicketEvent).when(releaseDuplicate, note)],
  ['learns nothing of strangers', 'not-its-duplicate', () => on(registered).when(releaseDuplicate, note)],
  [
    'hears of messages',
    'DuplicateMessageNoted',
    () => on(registered, full[0] as TicketEvent).when(noteDuplicateMessage, { ...note, from: 'caller' }),
  ],
  ['hears none of strangers', 'not-its-duplicate', () => on(registered).when(noteDuplicateMessage, { ...note, from: 'caller' })],
])('the other ticket %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

test('what the caller says to a duplicate answers what the departments of the other asked', () => {
  const asked = [
    ...past.accepted,
    event('InformationRequested', { department: 'quality', question: 'q' }),
    full[0] as TicketEvent,
  ];
  expect(stateOf(...asked).parts[0]?.awaitsInformation).toBe(true);
  expect(
    stateOf(...asked, event('DuplicateMessageNoted', { duplicate: 'd0', from: 'caller' })).parts[0]?.awaitsInformation,
  ).toBeUndefined();
});

describe.each<[string, string, () => Decided]>([
  ['hangs under an event', 'AttachedToEvent', () => on(...past.routed).when(attach(), { event: of }, agent)],
  [
    'hangs under one that is answered',
    'AttachedToEvent',
    () => on(registered).when(attach('s', other(parent, ...past.replied.slice(1))), { event: of }, agent),
  ],
  ['does not hang under itself', 'same-ticket', () => on(registered).when(attach(of), { event: of }, agent)],
  [
    'hangs under what was registered as one',
    'not-a-parent-event',
    () => on(registered).when(attach('s', other(registered)), { event: of }, agent),
  ],
  [
    'does not hang under what is over',
    'event-is-over',
    () => on(registered).when(attach('s', other(parent, event('TicketWithdrawn', { reason }))), { event: of }, agent),
  ],
  ['is no event itself', 'is-a-parent-event', () => on(parent).when(attach(), { event: of }, agent)],
  ['hangs once', 'attached-to-event', () => on(...attached).when(attach(), { event: of }, agent)],
  ['is a stranger to none', 'unknown-ticket', () => on(registered).when(attachToEvent('s', undefined), { event: of }, agent)],
  ['is detached', 'DetachedFromEvent', () => on(...attached).when(detachFromEvent, { reason }, agent)],
  ['is detached where it hangs', 'not-attached', () => on(registered).when(detachFromEvent, { reason }, agent)],
  ['is replied to singly', 'ReplyGiven', () => on(...attached).when(byCallCentre, telling, agent)],
  ['is replied to with words', 'reply-has-no-text', () => on(...attached).when(byCallCentre, { channel: 'phone' }, agent)],
  [
    'is reworked there',
    'attached-to-event',
    () => on(...attached, event('ReplyGiven', telling)).when(orderRework, { reason }, coordinator),
  ],
  ['has a reply in bulk', 'ReplyGiven', () => on(...attached).when(replyInEvent, { event: of, ...telling })],
  ['has none from another', 'not-its-child', () => on(...attached).when(replyInEvent, { event: 'p0-x', ...telling })],
  [
    'has one reply',
    'nothing-to-reply',
    () => on(...attached, event('ReplyGiven', telling)).when(replyInEvent, { event: of, ...telling }),
  ],
  ['goes back when refused', 'DetachedFromEvent', () => on(...attached).when(undoLink, { other: of, why: 'w' })],
  ['goes back from there alone', 'not-linked-there', () => on(...attached).when(undoLink, { other: 'p0-x', why: 'w' })],
])('a child %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

const child = 'p0-1';
const over = [parent, event('TicketWithdrawn', { reason })];
describe.each<[string, string, () => Decided]>([
  ['learns of a child', 'ChildAttached', () => on(parent).when(noteChild, { child, attachedAt: '2026-03-02T01:00:00.000Z' })],
  [
    'says when it cannot take it',
    'ChildRefused',
    () => on(...over).when(noteChild, { child, attachedAt: '2026-03-02T01:00:00.000Z' }),
  ],
  ['learns that it is gone', 'ChildDetached', () => on(parent, childOf(child)).when(releaseChild, { child })],
  ['lets none go that it has not', 'not-its-child', () => on(parent).when(releaseChild, { child })],
  [
    'lets none go that it refused',
    'not-its-child',
    () => on(parent, childOf('p0-2'), event('ChildRefused', { child, why: 'w' })).when(releaseChild, { child }),
  ],
  ['replies to all', 'ReplyToAllOrdered', () => on(...withChildren).when(replyToAll, telling, coordinator)],
  [
    'replies to all when there is an answer',
    'nothing-to-reply',
    () => on(parent, childOf(child)).when(replyToAll, telling, coordinator),
  ],
  ['replies to some', 'has-no-children', () => on(parent, ...past.checked.slice(1)).when(replyToAll, telling, coordinator)],
  ['is an event', 'not-a-parent-event', () => on(...past.checked).when(replyToAll, telling, coordinator)],
  [
    'replies to each alone what may not be published',
    'result-is-for-each-caller-alone',
    () =>
      on(
        parent,
        ...past.accepted.slice(1),
        event('ResultSubmitted', { department: 'quality', result: 'r', reply: 'y', publishable: false }),
        event('PartApproved', { department: 'quality' }),
        event('ResultAccepted'),
        childOf(child),
      ).when(replyToAll, telling, coordinator),
  ],
])('a parent event %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe('replies to all', () => {
  const ordered = event('ReplyToAllOrdered', { ...telling, order: 1, children: 2 });
  const known = (...history: readonly TicketEvent[]) => given(childrenToReply, ...history).state;
  const reactionsTo = (last: TicketEvent, ...history: readonly TicketEvent[]) =>
    replyToChildren.react(known(...history, last), { ...last, stream: 'ticket.p0-parent' } as never).map(({ target }) => target);

  test('go to each child that hangs there', () => {
    const history = [...withChildren, childOf('p0-3'), event('ChildDetached', { child: 'p0-1' })];
    expect(reactionsTo(ordered, ...history)).toEqual(['p0-2', 'p0-3']);
  });

  test('reach a child that hung there and was not known yet', () => {
    const state = stateOf(...withChildren, ordered);
    const early = noteChild({ child: 'p0-9', attachedAt: state.replyToAll?.at as string }, state, {} as never);
    expect(early).toMatchObject([{ data: { owesReply: 1 } }]);
    const late = noteChild({ child: 'p0-9', attachedAt: '2099-01-01T00:00:00.000Z' }, state, {} as never);
    expect((late as readonly TicketEvent[])[0]?.data).not.toHaveProperty('owesReply');
    expect(reactionsTo(childOf('p0-9', { owesReply: 1 }), ...withChildren, ordered)).toEqual(['p0-9']);
  });
});
