import type { RecordedEvent } from '@ledgerline/kernel';
import type { TicketEventType } from '../ticket/ticket-events.js';

/** What the ticker, links of tickets and proposals write is no step of anybody's work on the ticket. */
export const noSteps = [
  'DeadlineWarned', 'DeadlineBreached', 'DeadlineEscalated', 'ExecutivesAlerted', 'TicketArchived', 'ChildAttached', 'ChildDetached', 'ChildRefused',
  'DuplicateNoted', 'DuplicateReleased', 'DuplicateRefused', 'DuplicateMessageNoted', 'MessageShared', 'ContactJoined', 'ProposalOutcomeTold',
  'MailUndelivered',
] as const satisfies readonly TicketEventType[]; // prettier-ignore

/** Which courses are looked at: what happened here, or what another system's log says of it, as it says it. */
export const minedLogs = ['own', 'imported'] as const;
export type MinedLog = (typeof minedLogs)[number];

/**
 * Members that a step may tell. As in the feed they are named one by one, and none of them is personal in any event (a spec holds
 * them against the declarations).
 */
export const toldMembers = [
  'handler', 'channel', 'level', 'kind', 'item', 'lead', 'by', 'code', 'toldCaller', 'publishable', 'service', 'timeliness', 'purpose', 'outcome',
] as const; // prettier-ignore

export type Told = string | number | boolean;

/** One step of a course, without anything personal. */
export interface Step {
  /** Unique over the log, and the same as in the feed. */
  readonly id: string;
  readonly version: number;
  readonly activity: string;
  /** When it happened, RFC 3339 in UTC. */
  readonly at: string;
  /** An account, a token, a part of the system, or `caller`; of another system's log the pseudonym that its import gave whoever it was. */
  readonly resource: string;
  readonly department?: string;
  readonly members: Readonly<Record<string, Told>>;
}

/** The steps of a ticket in the order of its stream. @param events as the log holds them: what is personal sealed */
export function stepsOf(ticket: string, events: readonly RecordedEvent[], log: MinedLog): readonly Step[] {
  return events.filter(({ type }) => isStep(type, log)).map((event) => stepOf(ticket, event));
}

const isNone: ReadonlySet<string> = new Set(noSteps);

export function isStep(type: string, log: MinedLog): boolean {
  const isImported = type === 'ActivityImported';
  return log === 'imported' ? isImported : !isImported && !isNone.has(type);
}

function stepOf(ticket: string, { id, version, type, data, meta }: RecordedEvent): Step {
  const { activity, occurredAt, department, lead } = data as Readonly<Record<string, string | undefined>>;
  const isImported = type === 'ActivityImported';
  const group = department ?? lead;
  const { kind, id: actor } = meta.actor;
  return {
    id: `${ticket}/${id}`,
    version,
    activity: isImported && activity !== undefined ? activity : type,
    at: isImported && occurredAt !== undefined ? occurredAt : meta.at,
    resource: kind === 'caller' ? 'caller' : actor,
    ...(group === undefined ? {} : { department: group }),
    members: membersOf(data as Readonly<Record<string, unknown>>),
  };
}

/** An erased member is an object, and told no more than one that is not there. */
function membersOf(data: Readonly<Record<string, unknown>>): Step['members'] {
  return Object.fromEntries(
    toldMembers.flatMap((name): [string, Told][] => {
      const value = data[name];
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
    }),
  );
}
