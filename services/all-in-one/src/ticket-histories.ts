import type { TicketEvent } from '@ledgerline/domain';

const person = 'p'.repeat(24);

/** Histories of one ticket, each a step further, as specs begin from. */
export const registered: TicketEvent = {
  type: 'TicketRegistered',
  data: {
    contact: 'c1',
    person,
    number: '20260302-0001',
    channel: 'phone',
    kind: 'complaint',
    level: 'general',
    item: 'fault',
    subject: 'fridge',
    description: 'does not cool',
    caller: { name: 'Wang' },
    anonymous: false,
    confidential: false,
    parent: false,
    attachments: [],
  },
} as TicketEvent;

export const aboutQuality = { ...registered, data: { ...registered.data, about: { department: 'quality' } } } as TicketEvent;

export const event = (type: TicketEvent['type'], data: object = {}): TicketEvent =>
  ({ type, data: { person, ...data } }) as unknown as TicketEvent;
const route = (lead: string, ...coHandling: string[]) => event('TicketRouted', { lead, coHandling, by: 'person' });
const result = event('ResultSubmitted', { department: 'quality', result: 'r', reply: 'y', publishable: true });

export const routed = [registered, route('quality')];
export const routedToTwo = [registered, route('quality', 'after-sales')];
export const returnRequested = [...routed, event('ReturnRequested', { department: 'quality', reason: 'r', attachments: [] })];
export const returnGranted = [...returnRequested, event('ReturnGranted', { department: 'quality' })];
export const returnedTwice = [
  ...returnGranted,
  route('after-sales'),
  event('ReturnRequested', { department: 'after-sales', reason: 'r', attachments: [] }),
  event('ReturnGranted', { department: 'after-sales' }),
];
export const designated = [...returnedTwice, event('TicketDesignated', { lead: 'logistics', reason: 'r' })];
export const urged = [...routed, event('TicketUrged', { department: 'quality', text: 'x' })];
export const accepted = [...routed, event('PartAccepted', { department: 'quality', handler: 'h1' })];
export const acceptedByTwo = [
  ...routedToTwo,
  event('PartAccepted', { department: 'quality', handler: 'h1' }),
  event('PartAccepted', { department: 'after-sales', handler: 'h2' }),
];
export const submitted = [...accepted, result];
export const approved = [...submitted, event('PartApproved', { department: 'quality' })];
export const approvedAfterRejection = [
  ...approved,
  event('ResultRejected', { reason: 'r' }),
  result,
  event('PartApproved', { department: 'quality' }),
];
export const checked = [...approved, event('ResultAccepted')];
export const replied = [...checked, event('ReplyGiven', { text: 'y', channel: 'phone' })];
export const closed = [...replied, event('TicketClosed', { code: 'resolved' })];
