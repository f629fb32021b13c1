import type { EventDefinition, Fold, Personal } from '@ledgerline/kernel';
import type { TicketEvents } from '../ticket/ticket-events.js';

/** What the caller's contact asked for, word by word; the ticket is registered from it, on a retry too. */
export type ContactRequest = Omit<TicketEvents['TicketRegistered'], 'contact'>;

export interface ContactRegistered extends ContactRequest {
  /** Id of the ticket that this contact opens. It names the ticket's birth period. */
  readonly ticket: string;
  readonly callId?: Personal<string>;
  readonly externalId?: Personal<string>;
}

export type ContactEvent = { readonly type: 'ContactRegistered'; readonly data: ContactRegistered };

export const contactEventDefinitions: readonly EventDefinition[] = [
  {
    type: 'ContactRegistered',
    schema: 1,
    personal: ['subject', 'description', 'caller', 'location', 'aboutPerson', 'callId', 'externalId'],
  },
];

export type Contact = ContactRegistered | undefined;

export const contactFold: Fold<Contact> = {
  initial: undefined,
  evolve: (contact, event) => (event.type === 'ContactRegistered' ? (event.data as ContactRegistered) : contact),
};
