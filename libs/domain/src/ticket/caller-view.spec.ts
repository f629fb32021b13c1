import { expect, test } from '@jest/globals';
import { recorded } from '@ledgerline/kernel/contracts';
import { callerView } from './caller-view.js';
import { ticketEventDefinitions, type TicketEvent } from './ticket-events.js';

const registration = {
  contact: 'c1', person: 'p', number: '20260302-1', channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', confidential: false,
  parent: false, anonymous: false, attachments: [], subject: 's', description: 'd', caller: { name: 'n' },
}; // prettier-ignore
const event = (type: TicketEvent['type'], data: object) => ({ type, data: { person: 'p', ...data } }) as unknown as TicketEvent;
const registered = event('TicketRegistered', registration);
const routed = event('TicketRouted', { lead: 'quality', coHandling: [], by: 'person' });

/** What else an event of a type needs, so that its words are for the caller at all. */
const facts: Partial<Record<TicketEvent['type'], object>> = {
  MessageAdded: { from: 'caller' },
  ProgressRecorded: { toldCaller: true, department: 'quality' },
  CommittedInPrinciple: { department: 'quality', rule: 'r', followUpOn: '2026-04-01T00:00:00.000Z' },
  TicketDesignated: { lead: 'quality' },
  TicketRouted: { lead: 'quality', coHandling: [], by: 'person' },
  ReplyGiven: { channel: 'phone' },
};

test('of all that is written about a ticket the caller sees what is for the caller', () => {
  const shown = ticketEventDefinitions.flatMap(({ type, personal = [] }) => {
    if (type === 'TicketRegistered') return [];
    const words = Object.fromEntries(personal.map((name) => [name, `secret ${type}.${name}`]));
    const written = event(type as TicketEvent['type'], {
      department: 'quality',
      ...words,
      ...facts[type as TicketEvent['type']],
    });
    const view = JSON.stringify(callerView(recorded([registered, routed, written])));
    return [...view.matchAll(/secret (\w+\.\w+)/g)].map(([, name]) => name);
  });
  expect(shown.toSorted()).toEqual([
    'CommittedInPrinciple.text',
    'DecisionExplained.text',
    'DelayExplained.text',
    'FollowedUp.text',
    'InformationReceived.text',
    'InformationRequested.question',
    'MessageAdded.text',
    'ProgressRecorded.text',
    'ProposalOutcomeTold.text',
    'ReplyGiven.text',
    'TicketAnswered.text',
    'TicketRefused.text',
    'TicketRouted.noticeToCaller',
  ]);
});

test('neither departments nor people nor what staff say among themselves', () => {
  const view = callerView(
    recorded([
      registered,
      routed,
      event('PartAccepted', { department: 'quality', handler: 'h1' }),
      event('ProgressRecorded', { department: 'quality', text: 'inside', toldCaller: false, attachments: [] }),
      event('MessageAdded', { from: 'staff', text: 'inside', attachments: [] }),
      event('ResultSubmitted', { department: 'quality', result: 'inside', reply: 'inside', publishable: true }),
    ]),
  );
  expect(JSON.stringify(view)).not.toMatch(/quality|h1|inside|somebody|"n"/);
  expect(view?.status).toBe('in-progress');
  expect(view?.steps.map(({ step }) => step)).toEqual(['registered', 'dispatched', 'in-progress']);
});
