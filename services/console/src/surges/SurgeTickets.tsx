import { useTicketLines } from '../api/ticket-lines.ts';
import { TicketLinks } from '../register/TicketLinks.tsx';

/** The tickets that made the burst; those that the reader may not see are left out. */
export function SurgeTickets({ ids }: { readonly ids: readonly string[] }) {
  const lines = useTicketLines(ids);
  return (
    <div style={{ maxHeight: 260, overflow: 'auto', marginBottom: 8 }} tabIndex={0} role="group">
      <TicketLinks tickets={[...lines.values()]} />
    </div>
  );
}
