import { noRuleFor, type Fold } from '@ledgerline/kernel';
import type { ContactEvent, ContactEvents } from './contact-events.js';

/** What is owed for a call that nobody answered (回拨): owed until it was returned, or the policy's attempts are used up. */
export const returnCallDuties = ['owed', 'returned', 'given-up'] as const;
export type ReturnCallDuty = (typeof returnCallDuties)[number];

/** A call or message as it was recorded, and what came of it. */
export type RecordedContact = ContactEvents['ContactRecorded'] & {
  readonly site: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** undefined: nothing is owed. */
  readonly duty?: ReturnCallDuty;
  readonly attempts: number;
};

export type MaybeRecordedContact = RecordedContact | undefined;

/**
 * Of a contact that was recorded by itself. What a ticket is registered from is a stream of its own (`contactFold`); the
 * same call id gives the ids of both.
 */
export const recordedContactFold: Fold<MaybeRecordedContact> = {
  initial: undefined,
  looksInside: ['ContactRecorded'],
  evolve(contact, recorded) {
    const event = recorded as unknown as ContactEvent;
    if (event.type === 'ContactRecorded') {
      const { meta } = recorded;
      const data = { ...event.data, site: meta.site, recordedAt: meta.at, recordedBy: meta.actor.id, attempts: 0 };
      return owesReturnCall(event.data) ? { ...data, duty: 'owed' } : data;
    }
    if (contact === undefined) return undefined;
    switch (event.type) {
      case 'ContactRegistered':
      case 'ReturnCallWarned':
      case 'ReturnCallBreached':
      case 'ReturnCallEscalated':
        return contact;
      case 'ReturnCallAttempted': {
        const isOver = event.data.final === true && contact.duty === 'owed';
        return { ...contact, attempts: contact.attempts + 1, ...(isOver ? { duty: 'given-up' } : {}) };
      }
      case 'CallReturned':
        return { ...contact, duty: 'returned' };
      case 'ContactAttached':
        return { ...contact, ticket: event.data.ticket };
      default:
        return noRuleFor(event);
    }
  },
};

/** R1.7: an inbound call that was missed or abandoned is a contact with a duty to call back. */
export function owesReturnCall({ direction, outcome }: Pick<ContactEvents['ContactRecorded'], 'direction' | 'outcome'>): boolean {
  return direction === 'inbound' && outcome !== 'answered';
}
