import { powerOf, type Proposal, type ProposalEvent, type ProposalEventType } from '@ledgerline/domain';
import { noRuleFor, type RecordedEvent } from '@ledgerline/kernel';
import { inboxOf, type DraftedNotice } from './notice.js';

/** What decides who is told of a proposal, and who may see that; none of its words, and none of its tickets. */
export type ToldProposal = Pick<Proposal, 'department' | 'owner' | 'raisedBy' | 'confidential'>;

export const eventsOfProposals = [
  'ProposalRaised', 'ProposalTakenUp', 'ProposalChanged', 'ProposalRefused', 'ProposalCarriedOut', 'ProposalReopened', 'ProposalOverdue',
] as const satisfies readonly ProposalEventType[]; // prettier-ignore

type Told = ProposalEvent & Pick<RecordedEvent, 'meta'>;

/** Who it belongs to after an event; undefined of what was never raised. */
export function belongsTo(before: ToldProposal | undefined, event: Told): ToldProposal | undefined {
  if (event.type === 'ProposalRaised') {
    const { department, owner, confidential } = event.data;
    const more = { ...(owner === undefined ? {} : { owner }), ...(confidential === undefined ? {} : { confidential }) };
    return { department, raisedBy: powerOf(event.meta), ...more };
  }
  if (before === undefined) return undefined;
  if (event.type === 'ProposalTakenUp') return { ...before, owner: event.data.owner };
  if (event.type !== 'ProposalChanged') return before;
  const { department = before.department, owner } = event.data;
  const { owner: was, ...rest } = before;
  const owning = owner ?? (department === before.department ? was : undefined);
  return { ...rest, department, ...(owning === undefined ? {} : { owner: owning }) };
}

/** Who has to know: the department whose it is, its owner, whoever sees to it that the callers are told. @param now as it is after the event */
export function noticesOfProposal(event: Told, before: ToldProposal | undefined, now: ToldProposal): readonly DraftedNotice[] {
  const { department, owner, raisedBy } = now;
  const managers: DraftedNotice = { kind: 'proposal-raised', to: [inboxOf.managers(department)], department };
  const assigned: readonly DraftedNotice[] =
    owner === undefined ? [] : [{ kind: 'proposal-assigned', to: [inboxOf.account(owner)], department }];
  switch (event.type) {
    case 'ProposalRaised':
    case 'ProposalReopened':
      return [managers, ...assigned];
    case 'ProposalTakenUp':
      return assigned;
    case 'ProposalChanged':
      return [...(before?.department === department ? [] : [managers]), ...(before?.owner === owner ? [] : assigned)];
    case 'ProposalRefused':
    case 'ProposalCarriedOut':
      return [{ kind: 'tell-outcome', to: [inboxOf.coordinators, inboxOf.account(raisedBy)], department }];
    case 'ProposalOverdue':
      return [{ kind: 'proposal-overdue', to: event.data.told.map(inboxOf.account), department }];
    case 'ProposalTicketJoined':
    case 'ProposalTicketRemoved':
    case 'CallerToldOfOutcome':
    case 'CallerExcusedFromOutcome':
      return [];
    default:
      return noRuleFor(event);
  }
}
