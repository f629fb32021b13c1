import { shownStep, type ShownStep } from '@ledgerline/host';
import type { RecordedEvent } from '@ledgerline/kernel';

/** Tickets that some event of a stream names. */
export function ticketsIn(events: readonly RecordedEvent[]): readonly string[] {
  return [...new Set(events.flatMap((event) => ticketOf(event) ?? []))];
}

/** How it came to this; of its tickets those that the reader sees. @param withheld members by event type that are read elsewhere, by whoever may */
export function shownHistory(
  events: readonly RecordedEvent[],
  seen: ReadonlySet<string>,
  withheld: Readonly<Record<string, readonly string[]>> = {},
): readonly ShownStep[] {
  return events.flatMap((event) => {
    const ticket = ticketOf(event);
    return ticket !== undefined && !seen.has(ticket) ? [] : [shownStep(event, withheld[event.type])];
  });
}

function ticketOf({ data }: RecordedEvent): string | undefined {
  return (data as { readonly ticket?: string }).ticket;
}
