import type { RaiseProposal } from '@ledgerline/contracts';
import { mayCommand, proposalFold, type Proposal, type ProposalEvent } from '@ledgerline/domain';
import { openingCommand } from '@ledgerline/host';
import { ticketsNamed } from '../../about-tickets.js';
import { ownerNamed, refusalOfDepartment, refusalOfItem } from '../../named-in-body.js';
import { raiseProposal } from './raise-proposal.decision.js';

/** `POST /proposals`: a stream of its own, with a key of its own. */
export const raiseProposalHere = openingCommand<RaiseProposal, Proposal, ProposalEvent>({
  category: 'proposal',
  fold: proposalFold,
  may: (roles) => mayCommand(roles, 'raise-proposal'),
  exists: 'proposal-exists',
  prepare: async ({ body, principal }, ledgerline) => {
    const { department, item, owner, tickets = [] } = body;
    const refusal =
      (await refusalOfDepartment(department, ledgerline)) ??
      (item === undefined ? undefined : await refusalOfItem(item, ledgerline));
    if (refusal !== undefined) return refusal;
    const owning = owner === undefined ? undefined : await ownerNamed(owner, department, ledgerline);
    if (typeof owning === 'object') return owning;
    const named = await ticketsNamed(tickets, principal, ledgerline);
    if ('rejection' in named) return named;
    const person = await ledgerline.vault.newPerson();
    return raiseProposal({ person, tickets: named, ...(owning === undefined ? {} : { owner: owning }) });
  },
});
