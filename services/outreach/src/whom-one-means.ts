import type { RegisterCustomer } from '@ledgerline/contracts';
import { otherTicket, sightOf } from '@ledgerline/domain';
import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import { isErased, rejected, type Rejection } from '@ledgerline/kernel';
import { customersOf, system } from './customer-base.js';

/** As far as whoever asks sees the ticket and who called. `ticket`: its id. */
export async function callerOfTicket(
  ticket: string,
  { principal }: CommandRequest,
  ledgerline: Ledgerline,
): Promise<{ readonly customer: string; readonly ticket: string } | Rejection> {
  const found = await otherTicket(ticket, principal, ledgerline);
  if (found === undefined) return rejected('unknown-ticket', { ticket });
  const sight = sightOf(found.ticket, principal);
  const { customer } = found.ticket;
  if (typeof sight === 'string' || sight.identity !== 'plain') return rejected('caller-not-shown');
  return customer === undefined || isErased(customer) ? rejected('caller-not-known') : { customer, ticket: found.id };
}

/** Who is not a customer yet becomes one: the customer base is where numbers stand. @returns undefined where nobody can be known by it */
export async function customerOfContact(
  contact: RegisterCustomer,
  { id, command }: CommandRequest,
  ledgerline: Ledgerline,
): Promise<string | undefined> {
  const [customer] = await customersOf(contact, ledgerline);
  if (customer !== undefined)
    await ledgerline.ask('intake', 'know-caller', {
      id: customer,
      command: `reached-out~${id}`,
      body: { caller: contact },
      principal: system,
      causation: command,
    });
  return customer;
}
