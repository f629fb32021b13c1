import type { RecordedEvent } from '@ledgerline/kernel';

/** One step of a stream as its page tells it: who did it, when, and with which words. */
export interface ShownStep {
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

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
    if (ticket !== undefined && !seen.has(ticket)) return [];
    const { version, type, meta, data } = event;
    const hidden = ['person', ...(withheld[type] ?? [])];
    const told = Object.entries(data as object).filter(([name]) => !hidden.includes(name));
    const onBehalfOf = meta.onBehalfOf === undefined ? {} : { onBehalfOf: meta.onBehalfOf };
    return [{ version, type, at: meta.at, by: meta.actor.id, ...onBehalfOf, data: Object.fromEntries(told) }];
  });
}

function ticketOf({ data }: RecordedEvent): string | undefined {
  return (data as { readonly ticket?: string }).ticket;
}
