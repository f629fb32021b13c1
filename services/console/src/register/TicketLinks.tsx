import { Link } from 'react-router';
import type { TicketView } from '../api/views.ts';
import { LevelTag, StatusTag } from '../look/tags.tsx';
import { Instant } from '../look/times.tsx';
import { useSubjectOf } from '../look/use-in-words.ts';

/** Tickets to be looked at beside what one is doing: they open in a tab of their own. */
export function TicketLinks({ tickets }: { readonly tickets: readonly TicketView[] }) {
  const subjectOf = useSubjectOf();
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
      {tickets.map((ticket) => (
        <li key={ticket.id}>
          <Link to={`/tickets/${ticket.id}`} target="_blank" className="cut">
            {subjectOf(ticket)}
          </Link>
          <span className="row-end quiet">
            <StatusTag status={ticket.status} /> <LevelTag level={ticket.level} /> <Instant at={ticket.registeredAt} />
            <span className="figure">{ticket.number}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
