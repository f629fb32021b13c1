import type { ByWhom, Rejection } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import { seesAllTickets, withImplied } from '../authority/roles.js';
import { seesConfidential, type Viewer } from '../authority/sight.js';
import { unseenBy } from '../authority/unseen.js';
import { nextReminderAt } from '../reminder/reminders.js';
import type { MaybeProposal, Proposal, ProposalCaller, ProposalOutcome } from './proposal.js';

/** Callers of one proposal at most: one cause with more has a parent event, whose ticket can join. */
export const mostCallers = 500;

/** Somebody still has to do something about it. */
export function isUnderWay({ status }: Pick<Proposal, 'status'>): boolean {
  return status === 'raised' || status === 'taken-up';
}

/** The outcome that callers are told of; none while it is under way. */
export function outcomeOf(proposal: Pick<Proposal, 'status' | 'outcomes'>): ProposalOutcome | undefined {
  return isUnderWay(proposal) ? undefined : proposal.outcomes.at(-1);
}

export const tellings = ['waits', 'to-tell', 'told', 'excused'] as const;
export type Telling = (typeof tellings)[number];

/** Where it stands with one caller: `waits` for an outcome, or is to be told of the present one. */
export function tellingOf(proposal: Pick<Proposal, 'status' | 'outcomes'>, { told, excused }: ProposalCaller): Telling {
  if (isUnderWay(proposal)) return 'waits';
  const present = proposal.outcomes.length;
  if (told?.outcome === present) return 'told';
  return excused?.outcome === present ? 'excused' : 'to-tell';
}

export function callersToTell(proposal: Proposal): readonly ProposalCaller[] {
  return proposal.callers.filter((caller) => tellingOf(proposal, caller) === 'to-tell');
}

export function isLate({ dueBy, ...proposal }: Pick<Proposal, 'status' | 'dueBy'>, now: string): boolean {
  return isUnderWay(proposal) && dueBy !== undefined && dueBy < now;
}

/** When somebody has next to be told that it is late, RFC 3339; undefined where nobody has. */
export function remindsAt(proposal: Proposal): string | undefined {
  return isUnderWay(proposal) ? nextReminderAt(proposal) : undefined;
}

/**
 * Who may know of it. What came of a confidential ticket shows to those who see such tickets, to the department's managers and to its owner; the
 * rest to whoever sees all tickets and to the department. Who raised it sees it always.
 */
export function seesProposal(
  { department, owner, raisedBy, confidential }: Pick<Proposal, 'department' | 'owner' | 'raisedBy' | 'confidential'>,
  viewer: Viewer,
): boolean {
  const self = viewer.onBehalfOf ?? viewer.id;
  if (self === owner || self === raisedBy) return true;
  const roles = viewer.roles ?? [];
  if (confidential) return seesConfidential(roles) || (isOf(viewer, department) && withImplied(roles).has('manager'));
  return seesAllTickets(roles) || (isOf(viewer, department) && withImplied(roles).has('handler'));
}

/** What does not show is not there. */
export function unseenProposal(proposal: MaybeProposal, by: ByWhom): Rejection | undefined {
  return unseenBy(by, 'proposal-not-found', (viewer) => proposal !== undefined && seesProposal(proposal, viewer));
}

/** Whoever answers for the department: its managers; executives for every one. */
export function answersFor({ actor }: ByWhom, department: string): boolean {
  const roles = withImplied(actor.roles ?? []);
  return roles.has('leader') || (roles.has('manager') && isOf(actor, department));
}

/** Coordinators hand it to another department, and open it again. */
export function coordinates({ actor }: ByWhom): boolean {
  return withImplied(actor.roles ?? []).has('coordinator');
}

/** Its owner does the work, and so may whoever answers for the department. */
export function worksOn(proposal: Pick<Proposal, 'department' | 'owner'>, by: ByWhom): boolean {
  return powerOf(by) === proposal.owner || answersFor(by, proposal.department);
}

function isOf({ departments = [] }: Pick<Viewer, 'departments'>, department: string): boolean {
  return departments.includes('*') || departments.includes(department);
}
