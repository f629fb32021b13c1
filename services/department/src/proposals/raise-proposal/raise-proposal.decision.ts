import type { RaiseProposal } from '@ledgerline/contracts';
import type { MaybeProposal, OtherTicket, ProposalEvent } from '@ledgerline/domain';
import { inUtc } from '@ledgerline/contracts';
import { rejected, type Decide } from '@ledgerline/kernel';
import { joining } from '../join-proposal/join-proposal.decision.js';

/** What it needs beside its words. */
export interface Raising {
  /** Id of the proposal's own key. */
  readonly person: string;
  readonly tickets: readonly OtherTicket[];
  readonly owner?: string;
}

/** R11: of what a digest shows or a caller says comes something that somebody can be held to. */
export function raiseProposal({ person, tickets, owner }: Raising): Decide<RaiseProposal, MaybeProposal, ProposalEvent> {
  return ({ tickets: _references, owner: _username, dueBy, ...said }, proposal, { at }) => {
    if (proposal !== undefined) return rejected('proposal-exists');
    const due = dueBy === undefined ? undefined : inUtc(dueBy);
    if (due !== undefined && due <= at) return rejected('due-date-has-passed', { dueBy: due });
    const isConfidential = tickets.some(({ ticket }) => ticket.confidential);
    const data = {
      ...said,
      person,
      ...(owner === undefined ? {} : { owner }),
      ...(due === undefined ? {} : { dueBy: due }),
      ...(isConfidential ? { confidential: true as const } : {}),
    };
    return [{ type: 'ProposalRaised', data }, ...tickets.map(joining)];
  };
}
