import type { Fold } from '@ledgerline/kernel';
import type { ContactRegistered } from './contact-events.js';

export type Contact = ContactRegistered | undefined;

/** Of a contact that a ticket is registered from. */
export const contactFold: Fold<Contact> = {
  initial: undefined,
  evolve: (contact, event) => (event.type === 'ContactRegistered' ? (event.data as ContactRegistered) : contact),
};
