import { familyOf } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { everyDocument, isErased, type Collection, type CollectionDefinition } from '@ledgerline/kernel';
import { contactListCollection } from '../contact-list/contact-list.projection.js';
import { customersOf } from '../contact-list/contact-list.query.js';
import { knownIdentities } from '../customer-list/customer-list.projection.js';
import { mailListCollection } from '../mail-list/mail-list.projection.js';
import { outgoingMailCollection } from '../outgoing-mail-list/outgoing-mail-list.projection.js';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';

export interface ErasureSubjects {
  readonly kind: 'subjects';
  readonly tickets: readonly string[];
  readonly contacts: readonly string[];
  readonly customers: readonly string[];
  /** Mails that their tickets came of, and those from their addresses that no ticket came of. */
  readonly mails: readonly string[];
  /** Mails to the callers of their tickets. */
  readonly outgoingMails: readonly string[];
  /** Calls of campaigns, leads and what else is followed up. */
  readonly outbound: readonly string[];
}

/**
 * Everything that is known of a customer, or of the caller of a ticket: of the same customer all tickets, contacts and identities, and of whom they are merged
 * with. A request covers the person, and merged customers were found to be one; where only one of them is meant they are unmerged first (ADR 0038).
 */
export async function erasureSubjects(
  { body }: { readonly body: { readonly ticket: string } | { readonly customer: string } },
  ledgerline: Ledgerline,
): Promise<ErasureSubjects> {
  const tickets = await ledgerline.live(ticketListCollection);
  const contacts = await ledgerline.live(contactListCollection);
  const mails = await ledgerline.live(mailListCollection);
  const customer = 'customer' in body ? body.customer : (await tickets.get(body.ticket))?.document?.customer;
  const customers = customer === undefined || isErased(customer) ? [] : await identitiesOfCustomer(customer, ledgerline);
  const found = {
    tickets: new Set('ticket' in body ? [body.ticket] : []),
    contacts: new Set<string>(),
    mails: new Set<string>(),
  };
  for (const id of customers) {
    for (const one of await everyId(tickets, { scope: 'ticket', customer: id }, ticketListCollection)) found.tickets.add(one);
    for (const one of await everyId(contacts, { scope: 'contact', customer: id }, contactListCollection)) found.contacts.add(one);
    for (const one of await everyId(mails, { scope: 'mail', customer: id }, mailListCollection)) found.mails.add(one);
  }
  const outgoing = await ledgerline.live(outgoingMailCollection);
  const outgoingMails = new Set<string>();
  for (const ticket of found.tickets) {
    for (const one of await everyId(outgoing, { ticket }, outgoingMailCollection)) outgoingMails.add(one);
    for (const one of await everyId(mails, { scope: 'mail', ticket }, mailListCollection)) found.mails.add(one);
  }
  const { ids: outbound } = await ledgerline.ask<{ readonly ids: readonly string[] }>('outreach', 'subjects-of-customers', {
    body: { customers },
  });
  const sets = { tickets: [...found.tickets], contacts: [...found.contacts], mails: [...found.mails] };
  return { kind: 'subjects', ...sets, customers, outgoingMails: [...outgoingMails], outbound };
}

/** The customer, everybody who is merged with them (R10), and every stream of an identity that belongs to one of them. */
async function identitiesOfCustomer(id: string, ledgerline: Ledgerline): Promise<readonly string[]> {
  const family = await familyOf(id, ledgerline.commands);
  const members = family?.members ?? [];
  const identities = members.flatMap(({ customer }) => knownIdentities(customer));
  const others = identities.length === 0 ? [] : await customersOf({ identities }, ledgerline);
  return [...new Set([id, ...members.map((member) => member.id), ...others])];
}

async function everyId<Document>(
  collection: Collection<Document>,
  where: Readonly<Record<string, string>>,
  { indexes }: Pick<CollectionDefinition<Document>, 'indexes'>,
): Promise<readonly string[]> {
  const by = Object.keys(where);
  const sort = (indexes.find((index) => by.every((name, place) => index[place] === name)) ?? []).slice(by.length);
  const ids: string[] = [];
  for await (const { id } of everyDocument(collection, { where, sort })) ids.push(id);
  return ids;
}
