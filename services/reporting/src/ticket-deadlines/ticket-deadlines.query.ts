import type { Problem, QueryRequest } from '@ledgerline/contracts';
import { clocksOfTicket, documentFold, readRulebook, type TicketDeadlines } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { loadVisible, type TicketQuery } from '../visible-ticket/visible-ticket.js';

export type DeadlinesAnswer = (TicketDeadlines & { readonly kind: 'deadlines'; readonly at: string }) | Problem;

/** Every clock of a ticket, now or as it stood: folded from its stream and the governed documents in the log. */
export async function ticketDeadlines(request: QueryRequest<TicketQuery>, ledgerline: Ledgerline): Promise<DeadlinesAnswer> {
  const found = await loadVisible(request, 'deadlines', ledgerline);
  if ('code' in found) return found;
  const { at } = request.body;
  const events = found.events.filter((event) => at === undefined || event.meta.at <= at);
  const last = events.at(-1)?.meta.at;
  const now = at ?? instantText(ledgerline.clock.now());
  // Another process's clock may be ahead of this one's.
  const asOf = last !== undefined && last > now ? last : now;
  const rulebook = await readRulebook((type, code) =>
    ledgerline.commands.current(streamName('document', `${type}-${code}`), documentFold).then(({ state }) => state),
  );
  return { kind: 'deadlines', at: asOf, ...clocksOfTicket(events, rulebook, Temporal.Instant.from(asOf).epochMilliseconds) };
}
