import { describe, expect, test } from '@jest/globals';
import { customerFold, recordedContactFold, ticketFold, type ContactEvent, type CustomerEvent } from '@ledgerline/domain';
import { actorOf, given, specTime } from '@ledgerline/kernel/contracts';
import { attachContact, joinContact } from '../../intake/src/attach-contact/attach-contact.decision.js';
import { knowCustomer, linkIdentity } from '../../intake/src/recognise-caller/know-customer.decision.js';
import { recordContact } from '../../intake/src/record-contact/record-contact.decision.js';
import { registerContact } from '../../intake/src/register-ticket/register-contact.decision.js';
import { liftRestriction, restrictCustomer } from '../../intake/src/restrict-customer/restrict-customer.decision.js';
import { recordReturnCallAttempt, returnCall } from '../../intake/src/return-call/return-call.decision.js';
import { outcome, type Decided } from './spec-outcome.js';
import { event as ticketEvent, registered } from './ticket-histories.js';

const agent = actorOf(['agent'], ['call-centre'], 'agent');
const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const caller = { kind: 'caller', id: 'somebody', roles: [] } as const;
const person = 'p'.repeat(24);
const facts = { person, lateAfter: 30 * 60_000 };
const call = { channel: 'phone', direction: 'inbound', from: '13800138000', at: specTime, outcome: 'missed' } as const;
const { at: occurredAt, ...body } = call;
const missed = { type: 'ContactRecorded', data: { ...body, person, occurredAt } } as ContactEvent;
const answered = { type: 'ContactRecorded', data: { ...body, person, occurredAt, outcome: 'answered' } } as ContactEvent;
const outbound = { type: 'ContactRecorded', data: { ...body, person, occurredAt, direction: 'outbound' } } as ContactEvent;
const attempted = (final?: true): ContactEvent =>
  ({
    type: 'ReturnCallAttempted',
    data: { person, channel: 'phone', outcome: 'busy', attempt: 1, ...(final ? { final } : {}) },
  }) as ContactEvent;
const returned = { type: 'CallReturned', data: { person, channel: 'phone' } } as ContactEvent;
const on = (...history: readonly ContactEvent[]) => given(recordedContactFold, ...history);
const ticket = { id: 'p0-1', ticket: given(ticketFold, registered).state as never };
const attempt = { channel: 'phone', outcome: 'no-answer' } as const;

describe.each<[string, string, () => Decided]>([
  ['is recorded', 'ContactRecorded', () => on().when(recordContact(facts), call, agent)],
  ['is recorded once', 'contact-already-recorded', () => on(missed).when(recordContact(facts), call, agent)],
  [
    'has happened',
    'occurred-in-the-future',
    () => on().when(recordContact(facts), { ...call, at: '2026-03-02T01:00:01Z' }, agent),
  ],
  ['is tried to be returned', 'ReturnCallAttempted', () => on(missed).when(recordReturnCallAttempt(3), attempt, agent)],
  ['is owed where it was missed', 'no-call-to-return', () => on(answered).when(returnCall, {}, agent)],
  ['is owed where it came in', 'no-call-to-return', () => on(outbound).when(recordReturnCallAttempt(3), attempt, agent)],
  [
    'is not tried for ever',
    'attempts-used-up',
    () => on(missed, attempted(true)).when(recordReturnCallAttempt(3), attempt, agent),
  ],
  ['is returned', 'CallReturned', () => on(missed, attempted()).when(returnCall, {}, agent)],
  ['is returned after all', 'CallReturned', () => on(missed, attempted(true)).when(returnCall, {}, agent)],
  ['is returned once', 'call-already-returned', () => on(missed, returned).when(returnCall, {}, agent)],
  ['is none', 'contact-not-found', () => on().when(returnCall, {}, agent)],
  ['joins a ticket', 'ContactAttached', () => on(missed).when(attachContact(ticket), { ticket: 'p0-1' }, agent)],
  ['joins a ticket that shows', 'unknown-ticket', () => on(missed).when(attachContact(undefined), { ticket: 'p0-1' }, agent)],
  [
    'joins one ticket',
    'contact-already-attached',
    () =>
      on(missed, { type: 'ContactAttached', data: { ticket: 'p0-2' } }).when(attachContact(ticket), { ticket: 'p0-1' }, agent),
  ],
])('a call %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

test('the policy says which attempt is the last', () => {
  const decide = (most: number | undefined) =>
    on(missed, attempted(), attempted()).when(recordReturnCallAttempt(most), attempt, agent);
  expect(decide(3)).toMatchObject([{ data: { attempt: 3, final: true } }]);
  expect(decide(4)).not.toMatchObject([{ data: { final: true } }]);
  expect(decide(undefined)).not.toMatchObject([{ data: { final: true } }]);
  expect(on(missed).state?.duty).toBe('owed');
  expect(on(missed, attempted(true)).state?.duty).toBe('given-up');
  expect(on(missed, attempted(true), returned).state?.duty).toBe('returned');
  expect(on(answered).state?.duty).toBeUndefined();
});

test('what is entered well after it happened is marked', () => {
  const late = { ...call, at: '2026-03-02T00:29:59+00:00' };
  expect(on().when(recordContact(facts), late, agent)).toMatchObject([
    { data: { enteredLate: true, occurredAt: '2026-03-02T00:29:59.000Z' } },
  ]);
  expect(on().when(recordContact(facts), { ...late, at: '2026-03-02T00:30:00Z' }, agent)).not.toMatchObject([
    { data: { enteredLate: true } },
  ]);
});

test('a ticket learns once of a contact that joined it', () => {
  const contact = 'c-1';
  const joined = given(ticketFold, registered, ticketEvent('ContactJoined', { contact }));
  expect(joined.state?.contacts).toEqual([contact]);
  expect(outcome(joined.when(joinContact, { contact }, agent))).toBe('contact-already-joined');
});

const phone = { kind: 'phone', value: '+8613800138000' } as const;
const email = { kind: 'email', value: 'wang@example.org' } as const;
const known = { type: 'CustomerRegistered', data: { person, identities: [phone] } } as CustomerEvent;
const linked = { type: 'CustomerLinked', data: { to: 'c1' } } as CustomerEvent;
const until = '2026-04-01T00:00:00.000Z';
const reason = 'r';
const restricted = { type: 'CustomerRestricted', data: { person, until, reason } } as CustomerEvent;
const proposed = { type: 'RestrictionProposed', data: { person, until, reason } } as CustomerEvent;
const as = (...history: readonly CustomerEvent[]) => given(customerFold, ...history);
const told = (identities: readonly (typeof phone | typeof email)[], name?: string) =>
  knowCustomer({ person, identities, ...(name === undefined ? {} : { name }) });

describe.each<[string, string, () => Decided]>([
  ['is known from the first call on', 'CustomerRegistered', () => as().when(told([phone]), {}, agent)],
  ['is known once', 'customer-already-known', () => as(known).when(told([phone]), {}, agent)],
  ['is known better', 'CustomerIdentified', () => as(known).when(told([phone, email]), {}, agent)],
  ['gets the name that was missing', 'CustomerIdentified', () => as(known).when(told([phone], '王丽'), {}, agent)],
  [
    'keeps the name',
    'customer-already-known',
    () => as({ ...known, data: { ...known.data, name: '王丽' } } as CustomerEvent).when(told([phone], '李'), {}, agent),
  ],
  ['is somebody', 'no-identity', () => as().when(told([]), {}, agent)],
  ['is another', 'identity-is-linked', () => as(linked).when(told([email]), {}, agent)],
  ['has a further identity', 'CustomerLinked', () => as().when(linkIdentity('c1'), {}, agent)],
  ['takes none that is taken', 'identity-is-taken', () => as(known).when(linkIdentity('c1'), {}, agent)],
  [
    'is restricted by a coordinator',
    'CustomerRestricted',
    () => as(known).when(restrictCustomer, { until, reason }, coordinator),
  ],
  ['is proposed for it by an agent', 'RestrictionProposed', () => as(known).when(restrictCustomer, { until, reason }, agent)],
  ['is approved', 'CustomerRestricted', () => as(known, proposed).when(restrictCustomer, { until, reason }, coordinator)],
  [
    'is not proposed again',
    'customer-already-restricted',
    () => as(known, restricted).when(restrictCustomer, { until, reason }, agent),
  ],
  [
    'is restricted for a time to come',
    'restriction-is-over',
    () => as(known).when(restrictCustomer, { until: specTime, reason }, coordinator),
  ],
  [
    'is restricted for a time',
    'restriction-too-long',
    () => as(known).when(restrictCustomer, { until: '2027-04-01T00:00:00Z', reason }, coordinator),
  ],
  ['is there', 'customer-not-found', () => as().when(restrictCustomer, { until, reason }, coordinator)],
  ['is restricted as a whole', 'identity-is-linked', () => as(linked).when(restrictCustomer, { until, reason }, coordinator)],
  ['is let off', 'RestrictionLifted', () => as(known, restricted).when(liftRestriction, { reason }, coordinator)],
  ['is not let off for nothing', 'customer-not-restricted', () => as(known).when(liftRestriction, { reason }, coordinator)],
])('a customer %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, object, typeof agent | typeof caller]>([
  ['a restricted caller is kept out', 'caller-is-restricted', {}, agent],
  ['but never with an emergency', 'ContactRegistered', { level: 'urgent' }, agent],
  ['nor where a coordinator hears them', 'ContactRegistered', {}, coordinator],
  ['an urgent event is raised by the call centre', 'urgent-needs-the-call-centre', { level: 'urgent' }, caller],
])('%s', (_, expected, change, actor) =>
  test(expected, () => {
    const ticketBody = {
      channel: 'phone',
      kind: 'complaint',
      level: 'general',
      item: 'fault',
      subject: 's',
      description: 'd',
      caller: {},
    };
    const decide = registerContact({ ticket: 't', number: 'n', person }, { itemIsKnown: true, restrictedUntil: until });
    const circumstances = { at: specTime, actor, site: 'main' };
    expect(outcome(decide({ ...ticketBody, ...change } as never, undefined, circumstances))).toBe(expected);
  }),
);
