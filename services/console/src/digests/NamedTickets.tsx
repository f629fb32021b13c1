import { Link } from 'react-router';
import { useTicketLines } from '../api/ticket-lines.ts';
import { statusWords } from '../words/ticket-words.ts';
import { useSubjectOf } from '../look/use-in-words.ts';
import { useWords } from '../words/use-words.ts';

/** Tickets that a section names, as their reader may see them today. */
export function NamedTickets({ ids, hasMore }: { readonly ids: readonly string[]; readonly hasMore: boolean }) {
  const { t, of } = useWords();
  const subjectOf = useSubjectOf();
  const lines = useTicketLines(ids);
  return (
    <>
      <ul className="lines">
        {[...lines.values()].map((ticket) => (
          <li key={ticket.id} className="row-end">
            <Link to={`/tickets/${ticket.id}`} className="figure">
              {ticket.number}
            </Link>
            <span>{subjectOf(ticket)}</span>
            <span className="grow" />
            <span className="quiet">{of(statusWords, ticket.status)}</span>
          </li>
        ))}
      </ul>
      {hasMore && <p className="quiet">{t('moreTickets')}</p>}
    </>
  );
}
