import type { Rejection } from '@ledgerline/kernel';
import { beingHandled, coHandlersAreApproved, inUrgentEpisode, isRejection, notOver, stillOpen } from './ticket-rules.js';
import { isActive, type MaybeTicket, type Part, type Ticket } from './ticket.js';
import type { UrgentStep } from './urgent-episode.js';

/**
 * What somebody else's work waits for, by the command that answers it (interface.md, "who may"): who decides or answers has it on a
 * list, and need not be told by word of mouth. `grant-…` stands for the decision, which may be a refusal.
 */
export const awaitedCommands = [
  'approve-result', 'endorse-extension', 'grant-extension', 'grant-return', 'grant-reveal', 'acknowledge-urgent', 'record-decision',
  'hand-down-decision', 'explain-decision', 'report-back', 'acknowledge-urge', 'receive-information',
] as const; // prettier-ignore
export type AwaitedCommand = (typeof awaitedCommands)[number];

export interface Awaited {
  readonly command: AwaitedCommand;
  /** Whose part it is about; none where it is about the ticket. */
  readonly department?: string;
}

/** Everything that waits on a ticket, part by part. Times do not count: what may be too late to grant waits to be refused. */
export function awaitedOn(ticket: Ticket): readonly Awaited[] {
  return [
    ...ticket.parts.filter(isActive).flatMap((part) => ofPart(ticket, part)),
    ...(is(notOver, ticket) ? ofDepartments('grant-reveal', Object.keys(ticket.revealRequests ?? {})) : []),
    ...(is(notOver, ticket) ? ofDepartments('report-back', ticket.supervised ?? []) : []),
    ...ofUrgency(ticket),
  ];
}

function ofPart(ticket: Ticket, part: Part): readonly Awaited[] {
  const commands: readonly (readonly [AwaitedCommand, boolean])[] = [
    ['approve-result', is(beingHandled, ticket) && part.status === 'submitted' && isNextToReview(ticket, part)],
    ['acknowledge-urge', is(beingHandled, ticket) && part.urges > 0],
    ['grant-return', is(stillOpen, ticket) && part.returnRequested],
    ['endorse-extension', is(stillOpen, ticket) && part.extension?.endorsed === false],
    ['grant-extension', is(stillOpen, ticket) && part.extension?.endorsed === true],
    ['receive-information', is(stillOpen, ticket) && part.awaitsInformation === true],
  ];
  return commands.flatMap(([command, waits]) => (waits ? [{ command, department: part.department }] : []));
}

/** R4.1: the lead's result is reviewed when the co-handlers' are approved. */
function isNextToReview(ticket: Ticket, { part }: Part): boolean {
  return part === 'co-handling' || coHandlersAreApproved(ticket);
}

const afterStep: Readonly<Record<UrgentStep, AwaitedCommand | undefined>> = {
  'raised': 'acknowledge-urgent',
  'acknowledged': 'record-decision',
  'decided': 'hand-down-decision',
  'handed-down': 'explain-decision',
  'explained': undefined,
}; // prettier-ignore

function ofUrgency(ticket: Ticket): readonly Awaited[] {
  const episode = inUrgentEpisode(ticket);
  const command = isRejection(episode) ? undefined : afterStep[episode.urgency.step];
  return command === undefined ? [] : [{ command }];
}

function ofDepartments(command: AwaitedCommand, departments: readonly string[]): readonly Awaited[] {
  return departments.map((department) => ({ command, department }));
}

function is(rule: (ticket: MaybeTicket) => Ticket | Rejection, ticket: Ticket): boolean {
  return !isRejection(rule(ticket));
}
