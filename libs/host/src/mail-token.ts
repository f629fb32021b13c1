import { idOfDigest } from './ids.js';
import { isSame } from './is-same.js';
import type { Ledgerline } from './ledgerline.js';

/**
 * What a mail about a ticket carries, so that an answer to it is known for one: an HMAC of the ticket's id, 15 characters. It lets
 * somebody write to the ticket, and see nothing of it: the caller's secret is another.
 */
export function mailToken(ticket: string, ledgerline: Pick<Ledgerline, 'digest'>): string {
  return idOfDigest(ledgerline.digest('ticket-secret', `mail ${ticket}`)).slice(0, 15);
}

export function isMailToken(given: string, ticket: string, ledgerline: Pick<Ledgerline, 'digest'>): boolean {
  return isSame(given, mailToken(ticket, ledgerline));
}
