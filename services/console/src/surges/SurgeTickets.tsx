import { useQuery } from '@tanstack/react-query';
import { linesOf } from '../api/ticket-queries.ts';
import { TicketLinks } from '../register/TicketLinks.tsx';

/** The tickets that made the burst; those that the reader may not see are left out. */
export function SurgeTickets({ ids }: { readonly ids: readonly string[] }) {
  const { data } = useQuery({
    queryKey: ['tickets', 'lines', ids],
    queryFn: ({ signal }) => linesOf(ids.slice(0, 100), signal),
  });
  return (
    <div style={{ maxHeight: 260, overflow: 'auto', marginBottom: 8 }} tabIndex={0} role="group">
      <TicketLinks tickets={data?.items ?? []} />
    </div>
  );
}
