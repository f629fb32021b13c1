import type { RegisterTicket } from '@ledgerline/contracts';
import type { Contact, ContactEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** What the contact is given before it is registered: found once, kept by the first commit. */
export interface ContactFacts {
  readonly ticket: string;
  readonly number: string;
  /** Key id of the caller. */
  readonly person: string;
}

/** What is looked up for the request and does not become part of the record. */
export interface ContactChecks {
  readonly itemIsKnown: boolean;
}

/** R1.1: the record keeps what arrived, word by word. A contact that is there already is never made twice (R1.5). */
export function registerContact(
  facts: ContactFacts,
  { itemIsKnown }: ContactChecks,
): Decide<RegisterTicket, Contact, ContactEvent> {
  return (body, contact, { at }) => {
    if (contact) return rejected('contact-already-registered', { ticket: contact.ticket, number: contact.number });
    if (body.occurredAt !== undefined && Temporal.Instant.compare(body.occurredAt, at) > 0)
      return rejected('occurred-in-the-future', { occurredAt: body.occurredAt, now: at });
    if (!itemIsKnown) return rejected('unknown-item', { item: body.item });
    const { anonymous = false, ...caller } = body.caller;
    const { district, ...place } = body.location ?? {};
    const {
      channel,
      kind,
      level,
      item,
      subject,
      description,
      confidential = false,
      parent = false,
      about,
      attachments = [],
    } = body;
    const required = { channel, kind, level, item, subject, description, confidential, parent, attachments, caller, anonymous };
    const { occurredAt, callId, externalId, product } = body;
    const { person: aboutPerson, ...aboutDepartment } = about ?? {};
    const optional = {
      about: Object.keys(aboutDepartment).length > 0 ? aboutDepartment : undefined,
      aboutPerson,
      occurredAt,
      callId,
      externalId,
      product,
      district,
      location: Object.keys(place).length > 0 ? place : undefined,
    };
    const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
    return [{ type: 'ContactRegistered', data: { ...facts, ...required, ...given } }];
  };
}
