import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { isTicketNumber, type NumberMark, type TicketMark } from '@ledgerline/domain';
import { isMailToken, type Ledgerline } from '@ledgerline/host';
import { idOfTicketNow, listIsThere } from '../visible-ticket/id-of-ticket.js';

interface Marks {
  readonly marks: readonly TicketMark[];
  readonly number?: NumberMark;
}

/** Marks of a mail that are looked at, at most: a mail may name any number. */
const most = 20;

/** The ticket that a mail answers by a mark that only we can have made; a number alone proves nothing. For the system. */
export async function ticketOfMarks(
  { body: { marks, number }, principal }: QueryRequest<Marks>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'ticket'; readonly ticket?: string } | Problem> {
  if (principal.kind !== 'system') return problem('not-allowed');
  const ours = marks.slice(0, most).find(({ ticket, token }) => isMailToken(token, ticket, ledgerline));
  if (ours !== undefined) return { kind: 'ticket', ticket: ours.ticket };
  if (number === undefined || !isTicketNumber(number.number)) return { kind: 'ticket' };
  const behind = await listIsThere(ledgerline);
  if (behind) return behind;
  const id = await idOfTicketNow(number.number, ledgerline);
  return id !== undefined && isMailToken(number.token, id, ledgerline) ? { kind: 'ticket', ticket: id } : { kind: 'ticket' };
}
