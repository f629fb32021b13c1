import { expect, test } from '@jest/globals';
import {
  clockBook,
  coHandlersOf,
  isActive,
  isHandledElsewhere,
  isOpen,
  leadOf,
  ledgerlineEvents,
  statuses,
  ticketFold,
  type MaybeTicket,
  type Ticket,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';
import { actorOf, recorded, specTime } from '@ledgerline/kernel/contracts';
import fc from 'fast-check';
import { acceptPart } from '../../department/src/accept-part/accept-part.decision.js';
import { approveResult } from '../../department/src/approve-result/approve-result.decision.js';
import { endHold } from '../../department/src/end-hold/end-hold.decision.js';
import { endorseExtension } from '../../department/src/endorse-extension/endorse-extension.decision.js';
import { grantExtension } from '../../department/src/grant-extension/grant-extension.decision.js';
import { putOnHold } from '../../department/src/put-on-hold/put-on-hold.decision.js';
import { receiveInformation } from '../../department/src/receive-information/receive-information.decision.js';
import { recordProgress } from '../../department/src/record-progress/record-progress.decision.js';
import { refuseExtension } from '../../department/src/refuse-extension/refuse-extension.decision.js';
import { reportPart } from '../../department/src/report-part/report-part.decision.js';
import { requestExtension } from '../../department/src/request-extension/request-extension.decision.js';
import { requestInformation } from '../../department/src/request-information/request-information.decision.js';
import { sendBackResult } from '../../department/src/send-back-result/send-back-result.decision.js';
import { submitResult } from '../../department/src/submit-result/submit-result.decision.js';
import { acceptResult } from '../../intake/src/accept-result/accept-result.decision.js';
import { addMessage } from '../../intake/src/add-message/add-message.decision.js';
import { attachToEvent, detachFromEvent } from '../../intake/src/attach-to-event/attach-to-event.decision.js';
import { linkDuplicate, unlinkDuplicate } from '../../intake/src/link-duplicate/link-duplicate.decision.js';
import { answerTicket } from '../../intake/src/answer-ticket/answer-ticket.decision.js';
import { closeTicket as closing } from '../../intake/src/close-ticket/close-ticket.decision.js';
import { refuseTicket } from '../../intake/src/refuse-ticket/refuse-ticket.decision.js';
import { rejectResult } from '../../intake/src/reject-result/reject-result.decision.js';
import { reopenTicket } from '../../intake/src/reopen-ticket/reopen-ticket.decision.js';
import { withdrawTicket } from '../../intake/src/withdraw-ticket/withdraw-ticket.decision.js';
import { acknowledgeUrge } from '../../notification/src/acknowledge-urge/acknowledge-urge.decision.js';
import { replyToCaller as replying } from '../../notification/src/reply-to-caller/reply-to-caller.decision.js';
import { urgeDepartment } from '../../notification/src/urge-department/urge-department.decision.js';
import { designateDepartment as designating } from '../../routing/src/designate-department/designate-department.decision.js';
import { grantReturn } from '../../routing/src/grant-return/grant-return.decision.js';
import { orderRework } from '../../routing/src/order-rework/order-rework.decision.js';
import { refuseReturn } from '../../routing/src/refuse-return/refuse-return.decision.js';
import { lowerUrgency } from '../../routing/src/lower-urgency/lower-urgency.decision.js';
import { raiseUrgency } from '../../routing/src/raise-urgency/raise-urgency.decision.js';
import { releaseDepartment } from '../../routing/src/release-department/release-department.decision.js';
import { requestReturn } from '../../routing/src/request-return/request-return.decision.js';
import { routeTicket } from '../../routing/src/route-ticket/route-ticket.decision.js';
import { registered } from './ticket-histories.js';

const closeTicket = closing({ attempts: 3, timeZone: 'Asia/Shanghai' });
const replyToCaller = replying({ repliesBy: 'call-centre' });
const designateDepartment = designating({ returns: 2 });

type Step = readonly [name: string, decide: Decide<never, MaybeTicket, TicketEvent>, command: object];

const departments = ['quality', 'after-sales', 'logistics'];
const everybody = actorOf(['coordinator', 'handler', 'manager'], departments, 'somebody');
const route = routeTicket({ kind: 'to-a-person', candidates: [], fallback: 'call-centre' }) as Step[1];
const reason = 'r';
/** Another ticket, which takes children and duplicates. */
const other = {
  id: 'other',
  ticket: recorded([{ ...registered, data: { ...registered.data, parent: true } } as TicketEvent]).reduce<MaybeTicket>(
    ticketFold.evolve,
    undefined,
  ) as Ticket,
};
const by = '2026-03-09T10:00:00.000Z';
const milliseconds = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const extension = () => ({ due: milliseconds(specTime), count: 2, most: milliseconds(by) });

const steps: fc.Arbitrary<Step> = fc
  .constantFrom(...departments)
  .chain((department) =>
    fc.constantFrom<Step>(
      ['answer', answerTicket, { text: 't' }],
      ['refuse', refuseTicket, { reason, text: 't' }],
      ['withdraw', withdrawTicket, { reason }],
      ['add-message', addMessage, { from: 'caller', text: 't' }],
      ['route', route, { lead: department, noticeToCaller: 'n' }],
      ['route', route, { lead: department, coHandling: departments.filter((other) => other !== department).slice(0, 1) }],
      ['designate', designateDepartment, { lead: department, reason }],
      ['request-return', requestReturn({ returnHasLapsed: () => false }), { department, reason }],
      ['grant-return', grantReturn, { department }],
      ['refuse-return', refuseReturn, { department, reason }],
      ['release-department', releaseDepartment, { department, reason }],
      ['accept', acceptPart, { department }],
      ['record-progress', recordProgress, { department, text: 't' }],
      ['hold', putOnHold({ mayHold: () => true }), { department, reason: 'third-party', note: 'n' }],
      ['hold', putOnHold({ mayHold: () => true }), { reason: 'awaiting-caller', note: 'n' }],
      ['resume', endHold, { department }],
      ['resume', endHold, {}],
      ['request-information', requestInformation, { department, question: 'q' }],
      ['receive-information', receiveInformation, { text: 't' }],
      ['request-extension', requestExtension({ extension }), { department, by, reason }],
      ['endorse-extension', endorseExtension, { department }],
      ['grant-extension', grantExtension({ extension }), { department }],
      ['refuse-extension', refuseExtension, { department, reason }],
      ['report', reportPart, { department, text: 't' }],
      ['submit-result', submitResult, { department, result: 'r', reply: 'y', publishable: true }],
      ['approve-result', approveResult, { department }],
      ['send-back-result', sendBackResult, { department, reason }],
      ['accept-result', acceptResult, {}],
      ['reject-result', rejectResult, { reason }],
      ['rework', orderRework, { department, reason }],
      ['reply', replyToCaller, { channel: 'phone' }],
      ['urge', urgeDepartment, { department, text: 't' }],
      ['acknowledge-urge', acknowledgeUrge, { department }],
      ['close', closeTicket, { code: 'resolved' }],
      ['reopen', reopenTicket, { reason }],
      ['escalate-urgent', raiseUrgency, { reason }],
      ['downgrade-urgent', lowerUrgency, { reason }],
      ['attach-to-event', attachToEvent('self', other), { event: 'other' }],
      ['detach-from-event', detachFromEvent, { reason }],
      ['link-duplicate', linkDuplicate('self', other), { of: 'other' }],
      ['unlink-duplicate', unlinkDuplicate, { reason }],
    ),
  );

/** The same events with personal fields still sealed, but for those of the types looked inside. */
function sealed(decided: readonly TicketEvent[], looksInside: readonly string[] = []): readonly TicketEvent[] {
  return decided.map((event) => {
    const personal = ledgerlineEvents.definition(event.type).personal;
    if (personal === undefined || looksInside.includes(event.type)) return event;
    const open = Object.fromEntries(Object.entries(event.data).filter(([name]) => !personal.includes(name)));
    return { ...event, data: { ...open, sealed: 'box' } } as unknown as TicketEvent;
  });
}

/** The same step as a fold sees it that looks inside no more than it says. */
function sealedFold(after: MaybeTicket, before: MaybeTicket, decided: readonly TicketEvent[]): MaybeTicket {
  const events = sealed(decided, ticketFold.looksInside);
  const folded = recorded(events, everybody, 1).reduce<MaybeTicket>(ticketFold.evolve, before);
  return folded && after && { ...folded, updatedAt: after.updatedAt };
}

/** Deadlines are kept and told by who sees no words: they have to be those of who does. */
function clocksNeedNoWords(events: readonly TicketEvent[]): void {
  const { ticket: _plain, ...plain } = clockBook(recorded(events, everybody));
  const { ticket: _sealed, ...wordless } = clockBook(recorded(sealed(events), everybody));
  expect(wordless).toEqual(plain);
}

/** Whatever is asked in whatever order: a decision answers, the fold follows, and what must hold of a ticket holds. */
test('any commands in any order leave a ticket that makes sense', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(steps, { minLength: 30, maxLength: 120 }), (asked) => {
      let version = 1;
      const all: TicketEvent[] = [registered];
      let ticket = recorded([registered]).reduce<MaybeTicket>(ticketFold.evolve, undefined);
      for (const [name, decide, command] of asked) {
        const circumstances = { at: specTime, actor: everybody, site: 'main' };
        const decided = decide(command as never, ticket, circumstances);
        expect(decide(command as never, ticket, circumstances)).toEqual(decided);
        if (!Array.isArray(decided)) {
          expect(decided).toEqual(rejected((decided as Rejection).rejection, decided as never));
          continue;
        }
        expect(decided.length).toBeGreaterThan(0);
        const before = ticket;
        all.push(...(decided as readonly TicketEvent[]));
        ticket = recorded(decided as readonly TicketEvent[], everybody, version).reduce<MaybeTicket>(ticketFold.evolve, ticket);
        version += decided.length;
        expect(sealedFold(ticket, before, decided as readonly TicketEvent[])).toEqual(ticket);
        if (ticket === undefined) throw new Error(`${name} lost the ticket`);
        reached.add(ticket.status);
        expect(statuses).toContain(ticket.status);
        expect(ticket.parts.filter((part) => isActive(part) && part.part === 'lead').length).toBeLessThanOrEqual(1);
        const active = ticket.parts.filter(isActive).map(({ department }) => department);
        expect(new Set(active).size).toBe(active.length);
        if (['dispatched', 'in-progress', 'in-review', 'to-check', 'to-reply'].includes(ticket.status))
          expect(isHandledElsewhere(ticket) ? ticket.status : leadOf(ticket)).toBeDefined();
        if (isHandledElsewhere(ticket)) expect([active, ticket.urgency]).toEqual([[], undefined]);
        if (ticket.attachedTo !== undefined) expect(ticket.duplicateOf).toBeUndefined();
        if (ticket.urgency !== undefined) expect(ticket.level).toBe('urgent');
        for (const { status, hold, awaitsInformation, extension: asked } of ticket.parts)
          if (status === 'submitted' || status === 'approved')
            expect([hold, awaitsInformation, asked]).toEqual([undefined, undefined, undefined]);
        if (ticket.status === 'in-review') expect(coHandlersOf(ticket).every(({ status }) => status !== 'routed')).toBe(true);
        if (ticket.status === 'completed' && before && isOpen(before)) expect(ticket.replies).toBe(before.replies + 1);
        expect(ticket.assignments).toBeGreaterThanOrEqual(before?.assignments ?? 0);
      }
      clocksNeedNoWords(all);
    }),
    { numRuns: 3_000, seed: 20_260_302 },
  );
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'registered',
      'dispatched',
      'in-progress',
      'in-review',
      'to-check',
      'completed',
      'closed',
      'refused',
      'withdrawn',
    ]),
  );
});
