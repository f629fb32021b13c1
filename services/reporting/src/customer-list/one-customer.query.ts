import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { customerFold, isCustomer, isRestricted, seesCallers, type Customer } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { contactListCollection, type ListedContact } from '../contact-list/contact-list.projection.js';
import { contactsShown } from '../contact-list/contact-shown.js';
import { customersOf } from '../contact-list/contact-list.query.js';
import { listTickets, type TicketListAnswer, type TicketListFilter } from '../ticket-list/ticket-list.query.js';
import { knownIdentities } from './customer-list.projection.js';

interface Found {
  readonly id: string;
  readonly version: number;
  readonly customer: Customer;
  /** Ids under which its tickets and contacts stand: its own, and those of its other identities. */
  readonly ids: readonly string[];
}

/** One customer as it stands in the log now; asked by another identity's id it is the customer that has it. */
export async function oneCustomer({ body, principal }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  const found = await foundCustomer(body.id, principal.roles, ledgerline);
  if ('code' in found) return found;
  const { id, version, customer } = found;
  const restricted = isRestricted(customer, instantText(ledgerline.clock.now()));
  return { kind: 'customer' as const, customer: { ...customer, id, version, restricted } };
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
      readonly tickets: readonly Record<string, unknown>[];
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
    tickets: tickets.items as unknown as readonly Record<string, unknown>[],
    contacts: await contactsShown(
      page.items.map(({ document }) => document),
      request.principal,
      ledgerline,
    ),
  };
}

async function foundCustomer(id: string, roles: readonly string[], ledgerline: Ledgerline): Promise<Found | Problem> {
  if (!seesCallers(roles)) return problem('not-allowed');
  const { state, version } = await ledgerline.commands.current(streamName('customer', id), customerFold);
  if (state === undefined) return problem('customer-not-found');
  if (!isCustomer(state)) return foundCustomer(state.linkedTo, roles, ledgerline);
  const others = await customersOf({ identities: knownIdentities(state) }, ledgerline);
  return { id, version, customer: state, ids: [...new Set([id, ...others])] };
}
