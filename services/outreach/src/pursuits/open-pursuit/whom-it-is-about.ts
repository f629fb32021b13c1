import type { OpenPursuit } from '@ledgerline/contracts';
import { listedCallFold, seesCallers, type PursuitSource } from '@ledgerline/domain';
import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Rejection } from '@ledgerline/kernel';
import { callPermission, type CallPermission } from '../../customer-base.js';
import { callerOfTicket, customerOfContact } from '../../whom-one-means.js';

export interface Origin {
  readonly permission: CallPermission;
  readonly source: PursuitSource;
  readonly origin?: string;
}
type Found = { readonly customer: string; readonly source: PursuitSource; readonly origin?: string } | Rejection;

/** The customer whom a body means, as the customer base has them; an erased one is nobody any more. */
export async function whomItIsAbout(request: CommandRequest<OpenPursuit>, ledgerline: Ledgerline): Promise<Origin | Rejection> {
  const found = await customerIn(request, ledgerline);
  if ('rejection' in found) return found;
  const { customer, ...origin } = found;
  const permission = await callPermission(customer, ledgerline);
  if (permission === undefined) return rejected('unknown-customer');
  return permission.bar === 'customer-erased' ? rejected('customer-erased') : { permission, ...origin };
}

async function customerIn(request: CommandRequest<OpenPursuit>, ledgerline: Ledgerline): Promise<Found> {
  const { ticket, call, customer, contact } = request.body;
  if (ticket !== undefined) {
    const caller = await callerOfTicket(ticket, request, ledgerline);
    return 'rejection' in caller ? caller : { customer: caller.customer, source: 'ticket', origin: caller.ticket };
  }
  if (call !== undefined) return whoIsCalled(call, request, ledgerline);
  // Customers are the call centre's to look up: to whoever opens it they would show with their number.
  if (customer !== undefined)
    return seesCallers(request.principal.roles) ? { customer, source: 'hand' } : rejected('unknown-customer');
  const known = contact && (await customerOfContact(contact, request, ledgerline));
  return known === undefined ? rejected('no-identity') : { customer: known, source: 'hand' };
}

async function whoIsCalled(call: string, { principal }: CommandRequest, { commands }: Ledgerline): Promise<Found> {
  const { state } = await commands.current(streamName('listed-call', call), listedCallFold);
  if (state === undefined || !seesCallers(principal.roles)) return rejected('call-not-found');
  return { customer: state.customer, source: 'call', origin: call };
}
