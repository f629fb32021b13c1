import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call, query } from '../api/client.ts';
import type { Page } from '../api/views.ts';
import { useInWords } from '../look/use-in-words.ts';
import { ProposalState } from '../proposals/ProposalState.tsx';
import type { ListedProposal } from '../proposals/proposal-views.ts';
import { useWords } from '../words/use-words.ts';

/** Proposals that came to an outcome in the period, as their reader may see them today. */
export function NamedProposals({ ids, more }: { readonly ids: readonly string[]; readonly more: boolean }) {
  const { t } = useWords();
  const inWords = useInWords();
  const { data } = useQuery({
    queryKey: ['proposals', 'named', ids],
    queryFn: ({ signal }) => call<Page<ListedProposal>>('GET', `/proposals${query({ id: ids.join(',') })}`, { signal }),
    enabled: ids.length > 0,
  });
  return (
    <>
      <ul className="lines">
        {(data?.items ?? []).map((proposal) => (
          <li key={proposal.id}>
            <span className="row-end">
              <Link to={`/proposals/${proposal.id}`}>{inWords(proposal.title)}</Link>
              <span className="grow" />
              <ProposalState proposal={proposal} />
            </span>
            <span className="quiet">{proposal.outcome && inWords(proposal.outcome.text)}</span>
          </li>
        ))}
      </ul>
      {more && <p className="quiet">{t('moreProposals')}</p>}
    </>
  );
}
