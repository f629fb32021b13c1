import { useQueries } from '@tanstack/react-query';
import { linesOf } from './ticket-queries.ts';
import type { TicketView } from './views.ts';

/** Lines asked for at one time. */
const atOnce = 50;

/** Tickets by their ids, as lists say them; those that are not known yet, or that the reader may not see, are missing. */
export function useTicketLines(ids: readonly string[]): ReadonlyMap<string, TicketView> {
  const portions = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, place) =>
    ids.slice(place * atOnce, (place + 1) * atOnce),
  );
  const found = useQueries({
    queries: portions.map((some) => ({
      queryKey: ['tickets', 'lines', some],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => linesOf(some, signal),
    })),
  });
  return new Map(found.flatMap(({ data }) => data?.items ?? []).map((line) => [line.id, line]));
}
