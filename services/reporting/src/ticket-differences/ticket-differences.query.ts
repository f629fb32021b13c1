import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { ticketFold, veiledEvent, veiledTicket, type Ticket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { foldAt, type Moment, type RecordedEvent } from '@ledgerline/kernel';
import { loadVisible } from '../visible-ticket/visible-ticket.js';

export interface DifferencesQuery {
  readonly idOrNumber: string;
  readonly from: Moment;
  /** Nothing limits it: now. */
  readonly to: Moment;
}

/** A ticket as it stood; of before its registration there is none, and the version is 0. */
export interface StoodAs {
  readonly version: number;
  readonly ticket?: Ticket;
}

export type DifferencesAnswer =
  | { readonly kind: 'differences'; readonly from: StoodAs; readonly to: StoodAs; readonly events: readonly RecordedEvent[] }
  | Problem;

/** R14.1: a ticket at two moments, and the events that lie between. Today's rights govern the look at both. */
export async function ticketDifferences(
  { body, principal }: QueryRequest<DifferencesQuery>,
  ledgerline: Ledgerline,
): Promise<DifferencesAnswer> {
  const found = await loadVisible({ body: { idOrNumber: body.idOrNumber, ...body.from }, principal }, 'history', ledgerline);
  if ('code' in found) return found;
  const { events, identity, ticket } = found;
  const stood = (moment: Moment): StoodAs => {
    const { state, version } = foldAt(events, ticketFold, moment);
    return { version, ...(state === undefined ? {} : { ticket: veiledTicket(state, identity) }) };
  };
  const [from, to] = [stood(body.from), stood(body.to)];
  if (to.version < from.version) return problem('moments-reversed', { from: from.version, to: to.version });
  const between = events.filter(({ version }) => version > from.version && version <= to.version);
  return { kind: 'differences', from, to, events: between.map((event) => veiledEvent(event, identity, ticket.caller)) };
}
