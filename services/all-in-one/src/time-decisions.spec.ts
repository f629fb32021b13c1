import { describe, expect, test } from '@jest/globals';
import { ticketFold, type ExtensionTerms, type TicketEvent, type TicketTerms } from '@ledgerline/domain';
import type { DomainEvent, Rejection } from '@ledgerline/kernel';
import { actorOf, given, specTime } from '@ledgerline/kernel/contracts';
import { approveUnchecked } from '../../department/src/approve-result/approve-result.decision.js';
import { endHold } from '../../department/src/end-hold/end-hold.decision.js';
import { endorseExtension } from '../../department/src/endorse-extension/endorse-extension.decision.js';
import { grantExtension } from '../../department/src/grant-extension/grant-extension.decision.js';
import { putOnHold } from '../../department/src/put-on-hold/put-on-hold.decision.js';
import { receiveInformation } from '../../department/src/receive-information/receive-information.decision.js';
import { refuseExtension } from '../../department/src/refuse-extension/refuse-extension.decision.js';
import { requestExtension } from '../../department/src/request-extension/request-extension.decision.js';
import { requestInformation } from '../../department/src/request-information/request-information.decision.js';
import { requestReturn } from '../../routing/src/request-return/request-return.decision.js';
import * as past from './ticket-histories.js';

const handler = actorOf(['handler'], ['quality'], 'h1');
const other = actorOf(['handler'], ['after-sales'], 'h2');
const manager = actorOf(['manager'], ['quality'], 'm1');
const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const leader = actorOf(['leader'], [], 'boss');
const department = 'quality';

const on = (...history: readonly TicketEvent[]) => given(ticketFold, ...history);
const event = (type: TicketEvent['type'], data: object): TicketEvent =>
  ({ type, data: { person: 'p'.repeat(24), ...data } }) as unknown as TicketEvent;
const outcome = (decided: readonly DomainEvent[] | Rejection): string =>
  Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;

const now = Temporal.Instant.from(specTime).epochMilliseconds;
const day = 86_400_000;
const inDays = (days: number) => new Temporal.Instant(BigInt(now + days * day) * 1_000_000n).toString();
const terms = (change: Partial<ExtensionTerms> = {}): Pick<TicketTerms, 'extension'> => ({
  extension: () => ({ due: now + day, count: 1, most: now + 4 * day, ...change }),
});
const allowed = { mayHold: () => true };
const hold = { department, reason: 'third-party', note: 'spare part ordered' } as const;

const held = [...past.accepted, event('PutOnHold', { department, reason: 'third-party', note: 'n' })];
const ticketHeld = [...past.accepted, event('PutOnHold', { reason: 'force-majeure', note: 'n' })];
const asked = [...past.accepted, event('InformationRequested', { department, question: 'q' })];
const requested = [...past.accepted, event('ExtensionRequested', { department, by: inDays(3), reason: 'r' })];
const endorsed = [...requested, event('ExtensionEndorsed', { department })];
const extended = [...endorsed, event('ExtensionGranted', { department, by: inDays(3) })];
const urgent = [
  ...past.accepted,
  event('TicketReclassified', { level: 'urgent', kind: 'complaint', item: 'fault', reason: 'r' }),
];
const request = { department, by: inDays(3), reason: 'the part is late' };

describe.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
  ['puts its clocks on hold', 'PutOnHold', () => on(...past.accepted).when(putOnHold(allowed), hold, handler)],
  ['not twice', 'already-on-hold', () => on(...held).when(putOnHold(allowed), hold, handler)],
  [
    'not for a reason that no rule lists',
    'reason-not-allowed-by-policy',
    () => on(...past.accepted).when(putOnHold({ mayHold: () => false }), hold, handler),
  ],
  ['not another’s', 'not-your-department', () => on(...past.acceptedByTwo).when(putOnHold(allowed), hold, other)],
  ['not what is submitted', 'result-is-submitted', () => on(...past.submitted).when(putOnHold(allowed), hold, handler)],
  [
    'holds the ticket’s own clocks without a department',
    'PutOnHold',
    () => on(...held).when(putOnHold(allowed), { reason: 'force-majeure', note: 'flood' }, handler),
  ],
  [
    'only of a ticket it works on',
    'not-your-department',
    () => on(...past.accepted).when(putOnHold(allowed), { reason: 'force-majeure', note: 'flood' }, other),
  ],
  ['resumes', 'HoldEnded', () => on(...held).when(endHold, { department }, handler)],
  ['resumes the ticket’s own', 'HoldEnded', () => on(...ticketHeld).when(endHold, {}, handler)],
  ['resumes nothing that is not on hold', 'not-on-hold', () => on(...past.accepted).when(endHold, { department }, handler)],
  ['does not resume its own by the ticket’s', 'not-on-hold', () => on(...held).when(endHold, {}, handler)],
])('a department %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
  [
    'asks the caller',
    'InformationRequested',
    () => on(...past.accepted).when(requestInformation, { question: 'Which model?' }, handler),
  ],
  ['not before it accepts', 'not-accepted-yet', () => on(...past.routed).when(requestInformation, { question: 'q' }, handler)],
  [
    'not while it waits already',
    'information-already-requested',
    () => on(...asked).when(requestInformation, { question: 'q' }, handler),
  ],
  [
    'hears the answer, whoever took it',
    'InformationReceived',
    () => on(...asked).when(receiveInformation, { text: 'the big one' }, coordinator),
  ],
  [
    'hears none that nobody asked for',
    'no-information-requested',
    () => on(...past.accepted).when(receiveInformation, { text: 't' }, coordinator),
  ],
  [
    'hears none twice',
    'no-information-requested',
    () => on(...asked, event('InformationReceived', { text: 't' })).when(receiveInformation, { text: 't' }, coordinator),
  ],
  [
    'takes a message for the answer',
    'no-information-requested',
    () =>
      on(...asked, event('MessageAdded', { from: 'caller', text: 't', attachments: [] })).when(
        receiveInformation,
        { text: 't' },
        coordinator,
      ),
  ],
])('a department %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
  ['is asked for', 'ExtensionRequested', () => on(...past.accepted).when(requestExtension(terms()), request, handler)],
  [
    'not for urgent tickets',
    'urgent-tickets-are-not-extended',
    () => on(...urgent).when(requestExtension(terms()), request, handler),
  ],
  ['not twice at once', 'extension-already-requested', () => on(...requested).when(requestExtension(terms()), request, handler)],
  [
    'not after the deadline',
    'deadline-has-passed',
    () => on(...past.accepted).when(requestExtension(terms({ due: now - 1 })), request, handler),
  ],
  [
    'at the deadline itself',
    'ExtensionRequested',
    () => on(...past.accepted).when(requestExtension(terms({ due: now })), request, handler),
  ],
  [
    'not for what has no deadline',
    'no-deadline-to-extend',
    () => on(...past.accepted).when(requestExtension({ extension: () => undefined }), request, handler),
  ],
  [
    'not to an earlier time',
    'not-later-than-the-deadline',
    () => on(...past.accepted).when(requestExtension(terms({ due: now + 3 * day })), request, handler),
  ],
  [
    'not more often than the policy says',
    'no-extension-left',
    () => on(...extended).when(requestExtension(terms()), request, handler),
  ],
  [
    'again where the policy says so',
    'ExtensionRequested',
    () => on(...extended).when(requestExtension(terms({ count: 2 })), request, handler),
  ],
  ['is endorsed by the manager', 'ExtensionEndorsed', () => on(...requested).when(endorseExtension, {}, manager)],
  ['is endorsed once', 'already-endorsed', () => on(...endorsed).when(endorseExtension, {}, manager)],
  ['is endorsed where there is one', 'no-extension-requested', () => on(...past.accepted).when(endorseExtension, {}, manager)],
  [
    'is granted by the coordinator',
    'ExtensionGranted',
    () => on(...endorsed).when(grantExtension(terms()), { department }, coordinator),
  ],
  [
    'is granted when endorsed only',
    'extension-not-endorsed',
    () => on(...requested).when(grantExtension(terms()), { department }, coordinator),
  ],
  [
    'is granted no further than the policy says',
    'extension-needs-an-executive',
    () => on(...endorsed).when(grantExtension(terms({ most: now + 2 * day })), { department }, coordinator),
  ],
  [
    'is granted further by an executive',
    'ExtensionGranted',
    () => on(...endorsed).when(grantExtension(terms({ most: now + 2 * day })), { department }, leader),
  ],
  [
    'is granted less far by the coordinator',
    'ExtensionGranted',
    () => on(...endorsed).when(grantExtension(terms({ most: now + 2 * day })), { department, by: inDays(2) }, coordinator),
  ],
  [
    'is not granted after the deadline: undecided is refused',
    'deadline-has-passed',
    () => on(...endorsed).when(grantExtension(terms({ due: now - 1 })), { department }, coordinator),
  ],
  ['is granted once', 'no-extension-requested', () => on(...extended).when(grantExtension(terms()), { department }, coordinator)],
  [
    'is refused by the manager before endorsement',
    'ExtensionRefused',
    () => on(...requested).when(refuseExtension, { department, reason: 'no' }, manager),
  ],
  [
    'is not refused by the manager after it',
    'already-endorsed',
    () => on(...endorsed).when(refuseExtension, { department, reason: 'no' }, manager),
  ],
  [
    'is refused by the coordinator after it',
    'ExtensionRefused',
    () => on(...endorsed).when(refuseExtension, { department, reason: 'no' }, coordinator),
  ],
  [
    'lapses with the submission',
    'no-extension-requested',
    () => on(...endorsed, ...past.submitted.slice(-1)).when(refuseExtension, { department, reason: 'no' }, coordinator),
  ],
])('an extension %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

test('a granted extension holds the time granted, in UTC', () => {
  const granted = on(...endorsed).when(grantExtension(terms()), { department, by: '2026-03-05T17:00:00+08:00' }, coordinator);
  expect(granted).toEqual([{ type: 'ExtensionGranted', data: { department, by: '2026-03-05T09:00:00.000Z' } }]);
});

test('the time to ask for a return runs out', () => {
  const lapsed = requestReturn({ returnHasLapsed: (of) => of === department });
  expect(outcome(on(...past.routed).when(lapsed, { reason: 'not ours' }, handler))).toBe('time-to-return-is-over');
});

test('where results are not checked, the lead’s approval goes on to the reply; a co-handler’s does not', () => {
  expect(on(...past.submitted).when(approveUnchecked, {}, manager)).toEqual([
    { type: 'PartApproved', data: { department, unchecked: true } },
  ]);
  const replying = on(...past.submitted, { type: 'PartApproved', data: { department, unchecked: true } }).state;
  expect(replying?.status).toBe('to-reply');
  const reported = [...past.acceptedByTwo, event('ReportSubmitted', { department: 'after-sales', text: 't', attachments: [] })];
  const salesManager = actorOf(['manager'], ['after-sales'], 'm2');
  expect(on(...reported).when(approveUnchecked, {}, salesManager)).toEqual([
    { type: 'PartApproved', data: { department: 'after-sales' } },
  ]);
});
