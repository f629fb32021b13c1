import { idOfDigest } from './ids.js';
import { isSame } from './is-same.js';
import type { Ledgerline } from './ledgerline.js';

type Digests = Pick<Ledgerline, 'digest'>;

/** What lets a caller follow their own ticket (R7.3): an HMAC of the id, the same on every retry, stored nowhere. */
export function ticketSecret(ticket: string, ledgerline: Digests): string {
  return idOfDigest(ledgerline.digest('ticket-secret', ticket)).slice(0, 20);
}

/** Takes as long whatever is wrong. @param ticket undefined where there is none: then nothing is right */
export function isTicketSecret(given: string, ticket: string | undefined, ledgerline: Digests): boolean {
  const right = isSame(given.trim().toLowerCase(), ticketSecret(ticket ?? 'no ticket', ledgerline));
  return right && ticket !== undefined;
}

/** A caller's pass to one ticket for a while: `llp_{ticket}.{until}.{mac}`. It says all there is to know, and is stored nowhere. */
export function portalToken(ticket: string, until: number, ledgerline: Digests): string {
  return `llp_${ticket}.${until.toString(36)}.${macOf(ticket, until, ledgerline)}`;
}

/** The ticket that a pass still opens; undefined for one that is over, or none of ours. */
export function ticketOfPortalToken(token: string, now: number, ledgerline: Digests): string | undefined {
  const [, ticket, text, mac] = /^llp_([a-z0-9-]{1,64})\.([a-z0-9]{1,11})\.([A-Za-z0-9_-]{22})$/.exec(token) ?? [];
  if (ticket === undefined || text === undefined || mac === undefined) return undefined;
  const until = Number.parseInt(text, 36);
  return isSame(mac, macOf(ticket, until, ledgerline)) && now < until ? ticket : undefined;
}

function macOf(ticket: string, until: number, ledgerline: Digests): string {
  return ledgerline.digest('ticket-secret', `portal ${ticket} until ${until}`);
}
