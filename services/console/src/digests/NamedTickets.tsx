import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { linesOf } from '../api/ticket-queries.ts';
import { statusWords } from '../words/ticket-words.ts';
import { useSubjectOf } from '../look/use-in-words.ts';
import { useWords } from '../words/use-words.ts';

/** Tickets that a section names, as their reader may see them today. */
export function NamedTickets({ ids, hasMore }: { readonly ids: readonly string[]; readonly hasMore: boolean }) {
  const { t, of } = useWords();
  const subjectOf = useSubjectOf();
  const { data } = useQuery({
    queryKey: ['tickets', 'lines', ids],
    queryFn: ({ signal }) => linesOf(ids, signal),
    enabled: ids.length > 0,
  });
  return (
    <>
      <ul className="lines">
        {(data?.items ?? []).map((ticket) => (
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
