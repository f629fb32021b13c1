import { problem, type QueryRequest } from '@ledgerline/contracts';
import { problemRecordFold, seenTickets, seesProblem, type LinkedTicket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { pageOfTickets } from '../../page-of-tickets.js';

export interface TicketsOfProblem {
  readonly id: string;
  /** Those that still wait for an answer: what is left to do when the cause is gone. */
  readonly open?: boolean;
  readonly limit?: number;
  /** The last ticket of the page before. */
  readonly cursor?: string;
}

/** A ticket that comes of it; `open`: somebody still has to do something before its caller has an answer. */
export type TicketOfProblem = LinkedTicket & { readonly open: boolean };

/** `GET /problems/{id}/tickets`: what comes of it, as far as the reader sees it, the latest first. */
export async function ticketsOfProblem({ body, principal }: QueryRequest<TicketsOfProblem>, ledgerline: Ledgerline) {
  const { id, open: wantsOpen } = body;
  const { state } = await ledgerline.commands.current(streamName('problem', id), problemRecordFold);
  if (state === undefined || !seesProblem(state, principal)) return problem('problem-not-found');
  const ids = state.tickets.map(({ ticket }) => ticket);
  const { seen, open } = await seenTickets(ids, principal, ledgerline);
  const wanted = state.tickets
    .filter(({ ticket }) => seen.has(ticket))
    .map((linked): TicketOfProblem => ({ ...linked, open: open.has(linked.ticket) }))
    .filter((one) => wantsOpen === undefined || one.open === wantsOpen)
    .toReversed();
  return pageOfTickets(wanted, body);
}
