import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  familyOf,
  isFamilyRestricted,
  seesCallers,
  type Customer,
  type CustomerFamily,
  type FamilyMember,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { contactListCollection, type ListedContact } from '../contact-list/contact-list.projection.js';
import { contactsShown } from '../contact-list/contact-shown.js';
import { customersOf } from '../contact-list/contact-list.query.js';
import type { TimedLine } from '../ticket-list/due-lines.js';
import { listTickets, type TicketListAnswer, type TicketListFilter } from '../ticket-list/ticket-list.query.js';
import { knownIdentities } from './customer-list.projection.js';

interface Found extends CustomerFamily {
  /** Ids under which its tickets and contacts stand: of all who are merged, their own, and those of their other identities. */
  readonly ids: readonly string[];
}

/** A customer of those who are merged; of what was merged with them, the ids. */
export type ShownMember = Omit<Customer, 'person' | 'merged' | 'unlike'> & {
  readonly id: string;
  readonly version: number;
  readonly merged?: readonly string[];
};

/** A customer, and whether they are restricted now. */
export type OneCustomer = Omit<ShownMember, 'merged'> & {
  readonly restricted: boolean;
  /** Who was merged with them, each with what is their own. */
  readonly merged?: readonly ShownMember[];
};

/** One customer as it stands in the log now; asked by another identity's id, or that of one who was merged, it is the customer who is seen. */
export async function oneCustomer(
  { body, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'customer'; readonly customer: OneCustomer } | Problem> {
  const found = await foundCustomer(body.id, principal.roles, ledgerline);
  if ('code' in found) return found;
  const { survivor, members } = found;
  const restricted = isFamilyRestricted(found, instantText(ledgerline.clock.now()));
  const { merged: _noted, ...customer } = shownMember(survivor);
  const others = members.filter((member) => member !== survivor).map(shownMember);
  return {
    kind: 'customer',
    customer: { ...customer, restricted, ...(others.length === 0 ? {} : { merged: others }) },
  };
}

/** Each with what is their own, so that everybody sees what an unmerging gives back. */
function shownMember(member: FamilyMember): ShownMember {
  const { id, version, customer: { person: _key, merged, unlike: _unlike, ...customer } } = member; // prettier-ignore
  return { ...customer, id, version, ...(merged === undefined ? {} : { merged: merged.map((one) => one.customer) }) };
}

/** Of its tickets those that the asker may see, as in every list. */
export async function ticketsOfCustomer(
  request: QueryRequest<TicketListFilter & { readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<TicketListAnswer> {
  const { id, ...filter } = request.body;
  const found = await foundCustomer(id, request.principal.roles, ledgerline);
  return 'code' in found ? found : listTickets({ ...request, body: { ...filter, customers: found.ids } }, ledgerline);
}

export type HistoryAnswer =
  | {
      readonly kind: 'history';
      readonly tickets: readonly TimedLine[];
      readonly contacts: readonly ListedContact[];
    }
  | Problem;

/** What an agent sees first when somebody calls (R1.8): the last tickets and contacts. */
export async function historyOfCustomer(
  request: QueryRequest<{ readonly id: string; readonly limit?: number }>,
  ledgerline: Ledgerline,
): Promise<HistoryAnswer> {
  const { id, limit = 20 } = request.body;
  const found = await foundCustomer(id, request.principal.roles, ledgerline);
  if ('code' in found) return found;
  const tickets = await listTickets({ ...request, body: { customers: found.ids, limit } }, ledgerline);
  if ('code' in tickets) return tickets;
  const contacts = await ledgerline.live(contactListCollection);
  const where = { scope: 'contact', customer: found.ids.length === 1 ? (found.ids[0] as string) : { in: found.ids } };
  const page = await contacts.find({ where, sort: found.ids.length === 1 ? ['rank'] : [], limit });
  return {
    kind: 'history',
    tickets: tickets.items,
    contacts: await contactsShown(
      page.items.map(({ document }) => document),
      request.principal,
      ledgerline,
    ),
  };
}

async function foundCustomer(id: string, roles: readonly string[], ledgerline: Ledgerline): Promise<Found | Problem> {
  if (!seesCallers(roles)) return problem('not-allowed');
  const family = await familyOf(id, ledgerline.commands);
  if (family === undefined) return problem('customer-not-found');
  const own = family.members.map((member) => member.id);
  const identities = family.members.flatMap(({ customer }) => knownIdentities(customer));
  return { ...family, ids: [...new Set([...own, ...(await customersOf({ identities }, ledgerline))])] };
}
