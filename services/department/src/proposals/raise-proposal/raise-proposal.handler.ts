import type { RaiseProposal } from '@ledgerline/contracts';
import { proposalFold, type Proposal, type ProposalEvent } from '@ledgerline/domain';
import { ticketsNamed } from '../../about-tickets.js';
import { ownerNamed, refusalOfDepartment, refusalOfItem } from '../../named-in-body.js';
import { opensRecord } from '../../opens-record.js';
import { raiseProposal } from './raise-proposal.decision.js';

/** `POST /proposals`: a stream of its own, with a key of its own. */
export const raiseProposalHere = opensRecord<RaiseProposal, Proposal, ProposalEvent>({
  command: 'raise-proposal',
  category: 'proposal',
  fold: proposalFold,
  isThere: 'proposal-exists',
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
