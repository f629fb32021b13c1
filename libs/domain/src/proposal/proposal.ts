import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { ProposalContent, ProposalEvent } from './proposal-events.js';

export const proposalStatuses = ['raised', 'taken-up', 'carried-out', 'refused'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** A ticket whose caller asked for it, with what became of telling them about the outcome of that number. */
export interface ProposalCaller {
  readonly ticket: string;
  readonly confidential?: true;
  readonly joinedAt: string;
  readonly joinedBy: string;
  readonly told?: { readonly outcome: number; readonly at: string; readonly by: string; readonly channel: string };
  readonly excused?: { readonly outcome: number; readonly at: string; readonly by: string; readonly reason: Personal<string> };
}

/** What became of it (办理结果), carried out or refused; one that was reopened can have several. */
export interface ProposalOutcome {
  readonly status: 'carried-out' | 'refused';
  readonly at: string;
  readonly by: string;
  readonly text: Personal<string>;
}

/** An improvement proposal (改进建议) as its events give it. Times are RFC 3339, UTC. */
export interface Proposal extends ProposalContent {
  readonly person: string;
  readonly status: ProposalStatus;
  readonly raisedAt: string;
  readonly raisedBy: string;
  readonly updatedAt: string;
  readonly outcomes: readonly ProposalOutcome[];
  /** In the order in which they joined. */
  readonly callers: readonly ProposalCaller[];
  /** How often it was told that this date has passed. */
  readonly overdue?: { readonly dueBy: string; readonly times: number };
}
export type MaybeProposal = Proposal | undefined;

type RecordedProposalEvent = ProposalEvent & Pick<RecordedEvent, 'meta'>;

export const proposalFold: Fold<MaybeProposal> = {
  initial: undefined,
  // What one caller was told stands on their ticket; here it counts that they were.
  looksInside: ['ProposalRaised', 'ProposalRefused', 'ProposalCarriedOut', 'CallerExcusedFromOutcome'],
  evolve: (proposal, recorded) => evolveProposal(proposal, recorded as unknown as RecordedProposalEvent),
};

function evolveProposal(before: MaybeProposal, event: RecordedProposalEvent): MaybeProposal {
  const { at } = event.meta;
  if (event.type === 'ProposalRaised') {
    const by = powerOf(event.meta);
    return { ...event.data, status: 'raised', raisedAt: at, raisedBy: by, updatedAt: at, outcomes: [], callers: [] };
  }
  return before && { ...changed(before, event), updatedAt: at };
}

function changed(proposal: Proposal, event: Exclude<RecordedProposalEvent, { readonly type: 'ProposalRaised' }>): Proposal {
  const { at } = event.meta;
  const by = powerOf(event.meta);
  switch (event.type) {
    case 'ProposalTicketJoined':
      return { ...proposal, callers: [...proposal.callers, { ...event.data, joinedAt: at, joinedBy: by }] };
    case 'ProposalTicketRemoved':
      return { ...proposal, callers: proposal.callers.filter(({ ticket }) => ticket !== event.data.ticket) };
    case 'ProposalTakenUp':
      return { ...proposal, ...event.data, status: 'taken-up' };
    case 'ProposalChanged':
      return handedOn(proposal, event.data);
    case 'ProposalRefused':
      return withOutcome(proposal, { status: 'refused', at, by, text: event.data.reason });
    case 'ProposalCarriedOut':
      return withOutcome(proposal, { status: 'carried-out', at, by, text: event.data.text });
    case 'ProposalReopened':
      return { ...proposal, status: proposal.owner === undefined || proposal.dueBy === undefined ? 'raised' : 'taken-up' };
    case 'CallerToldOfOutcome': {
      const { ticket, outcome, channel } = event.data;
      return withCaller(proposal, ticket, { told: { outcome, at, by, channel } });
    }
    case 'CallerExcusedFromOutcome': {
      const { ticket, outcome, reason } = event.data;
      return withCaller(proposal, ticket, { excused: { outcome, at, by, reason } });
    }
    case 'ProposalOverdue':
      return { ...proposal, overdue: { dueBy: event.data.dueBy, times: event.data.repeat + 1 } };
    default:
      return noRuleFor(event);
  }
}

/** In another department nobody owns it yet, and nobody has said there that they will do it. */
function handedOn(
  proposal: Proposal,
  { department, owner, dueBy }: { readonly department?: string; readonly owner?: string; readonly dueBy?: string },
): Proposal {
  const isElsewhere = department !== undefined && department !== proposal.department;
  const { owner: before, ...rest } = proposal;
  const owning = owner ?? (isElsewhere ? undefined : before);
  return {
    ...rest,
    ...(owning === undefined ? {} : { owner: owning }),
    ...(department === undefined ? {} : { department }),
    ...(dueBy === undefined ? {} : { dueBy }),
    ...(isElsewhere ? { status: 'raised' as const } : {}),
  };
}

function withOutcome(proposal: Proposal, outcome: ProposalOutcome): Proposal {
  return { ...proposal, status: outcome.status, outcomes: [...proposal.outcomes, outcome] };
}

function withCaller(proposal: Proposal, ticket: string, change: Partial<ProposalCaller>): Proposal {
  return { ...proposal, callers: proposal.callers.map((one) => (one.ticket === ticket ? { ...one, ...change } : one)) };
}
