import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link, useNavigate } from 'react-router';
import { call, query } from '../api/client.ts';
import type { Page, TicketView } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { useUser } from '../session/session.tsx';
import { knownErrorWords } from '../words/known-error-words.ts';
import { proposalWords } from '../words/proposal-words.ts';
import { useWords } from '../words/use-words.ts';
import { JoinProposal } from './JoinProposal.tsx';
import { ProposalState } from './ProposalState.tsx';
import type { ListedProposal } from './proposal-views.ts';

/** What came of what this caller said, for the next time: proposals that the ticket belongs to, and a way to make one of it. */
export function ProposalsOfTicket({ ticket }: { readonly ticket: TicketView }) {
  const { say } = useWords();
  const user = useUser();
  const go = useNavigate();
  const inWords = useInWords();
  const { data } = useQuery({
    queryKey: ['proposals', 'of', ticket.id],
    queryFn: ({ signal }) => call<Page<ListedProposal>>('GET', `/proposals${query({ ticket: ticket.id })}`, { signal }),
  });
  const mayRaise = user.commands.includes('raise-proposal');
  const proposals = data?.items ?? [];
  if (proposals.length === 0 && !mayRaise) return null;
  const { number, item, product, kind } = ticket;
  const department = ticket.parts.find(({ part }) => part === 'lead')?.department;
  return (
    <Card size="small" title={say(proposalWords, 'nextTime')}>
      <ul className="lines">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <Link to={`/proposals/${proposal.id}`}>{inWords(proposal.title)}</Link>
            <ProposalState proposal={proposal} />
          </li>
        ))}
      </ul>
      {mayRaise && (
        <div className="row-end">
          <ActionButton
            operation="/proposals"
            title={say(proposalWords, 'makeProposal')}
            draftOf={ticket.id}
            initial={{ tickets: [number], item, product, department }}
            without={['period']}
            refresh={['proposals']}
            onDone={({ id }) => void go(`/proposals/${String(id)}`)}
          />
          <JoinProposal ticket={ticket.id} />
          {user.commands.includes('open-problem') && (
            <ActionButton
              operation="/problems"
              draftOf={ticket.id}
              title={say(knownErrorWords, 'open')}
              initial={{ tickets: [number], item, product, kind, department }}
              refresh={['problems']}
              onDone={({ id }) => void go(`/problems/${String(id)}`)}
            />
          )}
        </div>
      )}
    </Card>
  );
}
