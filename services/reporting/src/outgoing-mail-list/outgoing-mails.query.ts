import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { loadVisible, type TicketQuery } from '../visible-ticket/visible-ticket.js';
import { waitFor } from '../wait-for.js';
import { outgoingMailCollection, type ListedOutgoingMail } from './outgoing-mail-list.projection.js';

/** Mails of a ticket that are shown, at most: the last ones. */
const most = 200;

/** A mail to the caller: what became of it, and nothing of what it says. The address, and the server's word, to those who see the caller. */
export type ShownOutgoingMail = Pick<
  ListedOutgoingMail,
  'id' | 'purpose' | 'discreet' | 'state' | 'askedAt' | 'at' | 'by' | 'event' | 'template' | 'language' | 'attempt' | 'again' | 'dueAt' | 'why' | 'code' | 'status'
> & { readonly to?: string; readonly said?: string }; // prettier-ignore

export type OutgoingMailsAnswer = { readonly kind: 'mails'; readonly items: readonly ShownOutgoingMail[] } | Problem;

/** R7.1: what a caller was written, for who sees the ticket; the first one first. */
export async function ticketMails(request: QueryRequest<TicketQuery>, ledgerline: Ledgerline): Promise<OutgoingMailsAnswer> {
  const found = await loadVisible(request, 'mails', ledgerline);
  if ('code' in found) return found;
  const mails = await ledgerline.live(outgoingMailCollection);
  const behind = await waitFor(request.after, mails, ledgerline);
  if (behind) return behind;
  const page = await mails.find({ where: { ticket: found.id }, sort: ['-askedAt'], limit: most });
  const seesCaller = found.identity === 'plain';
  return { kind: 'mails', items: page.items.map(({ document }) => shown(document, seesCaller)).toReversed() };
}

function shown(
  { person: _person, ticket: _ticket, draft: _draft, unknown: _unknown, to, said, ...mail }: ListedOutgoingMail,
  seesCaller: boolean,
): ShownOutgoingMail {
  const plain = (text: unknown) => (seesCaller && typeof text === 'string' ? text : undefined);
  const personal = Object.entries({ to: plain(to), said: plain(said) }).filter(([, value]) => value !== undefined);
  return { ...mail, ...Object.fromEntries(personal) };
}

/** Mails that are to be tried, those that are due longest first. For the system. */
export async function outgoingMailsDue(
  { body: { before, limit }, principal }: QueryRequest<{ readonly before: string; readonly limit: number }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'due'; readonly ids: readonly string[] } | Problem> {
  if (principal.kind !== 'system') return problem('not-allowed');
  const mails = await ledgerline.live(outgoingMailCollection);
  const page = await mails.findRows({ where: { due: 'due', dueAt: { before } }, sort: ['dueAt'], limit });
  return { kind: 'due', ids: page.items.map(({ id }) => id) };
}

/** Acknowledgements that an address was sent since an instant. For the system. */
export async function acknowledgedTo(
  { body: { to, since }, principal }: QueryRequest<{ readonly to: string; readonly since: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'count'; readonly count: number } | Problem> {
  if (principal.kind !== 'system') return problem('not-allowed');
  const mails = await ledgerline.live(outgoingMailCollection);
  const count = await mails.count({ where: { to, purpose: 'acknowledgement', askedAt: { from: since } } });
  return { kind: 'count', count };
}
