import type { RecordedEvent } from '@ledgerline/kernel';
import { clockBook } from './keep-clock-book.js';
import { judgeRun } from './judge-run.js';
import type { Rulebook } from './rulebook.js';
import type { TicketClock, TimeByHolder } from './ticket-clock.js';
import { timeByHolder } from './time-by-holder.js';

export interface TicketDeadlines {
  readonly clocks: readonly TicketClock[];
  readonly holders: readonly TimeByHolder[];
}

/**
 * Every clock of a ticket with its state, due time, verdict and explanation (deadlines.md).
 *
 * @param events the ticket's stream so far, in order
 * @param asOf milliseconds since the epoch, not before the last event
 */
export function clocksOfTicket(events: readonly RecordedEvent[], rulebook: Rulebook, asOf: number): TicketDeadlines {
  const judging = { book: clockBook(events), rulebook };
  const { runs } = judging.book;
  return {
    clocks: runs.flatMap((run) => judgeRun(run, asOf, judging) ?? []),
    holders: runs.filter(({ clock }) => clock === 'resolve').flatMap((run) => timeByHolder(run, asOf, judging) ?? []),
  };
}
