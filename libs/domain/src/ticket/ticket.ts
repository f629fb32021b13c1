import type { Personal } from '@ledgerline/kernel';
import type {
  About,
  CalmLevel,
  Caller,
  ClosureCode,
  HoldReason,
  Item,
  Kind,
  Level,
  Location,
  Status,
  TicketChannel,
} from './ticket-words.js';

import type { Hands } from '../authority/hands.js';
import type { ContactAttempt, Survey } from './reply-shapes.js';
import type { MailPurpose } from '../outgoing-mail/mail-purposes.js';
import type { UrgentEpisode } from './urgent-episode.js';

export type PartStatus = 'routed' | 'accepted' | 'submitted' | 'approved' | 'released' | 'returned' | 'ended';

/** What one department has to do on a ticket (主办, 协办). A new assignment of the same department replaces it. */
export interface Part {
  readonly department: string;
  readonly part: 'lead' | 'co-handling';
  /** Counts the assignments of this ticket from 1, for clocks and audits. */
  readonly assignment: number;
  readonly status: PartStatus;
  readonly routedAt: string;
  readonly handler?: string;
  readonly returnRequested: boolean;
  readonly urges: number;
  readonly hold?: HoldReason;
  /** The caller was asked and has not answered. */
  readonly awaitsInformation?: true;
  readonly extension?: Extension;
  readonly extensionsGranted?: number;
  /** The department told the executive that it cannot finish in time. */
  readonly overdueReported?: true;
  /** Who submitted the part's result or report, and who approved it: none of them is a second pair of eyes in another's power. */
  readonly submittedBy?: Hands;
  readonly approvedBy?: Hands;
  /** Of a return that waits for its decision. */
  readonly returnRequestedBy?: Hands;
}

/** A request for more time that nobody has decided on (延期). */
export interface Extension {
  readonly by: string;
  readonly endorsed: boolean;
  readonly requestedBy?: Hands;
  readonly endorsedBy?: Hands;
}

/** A commitment in principle (原则承诺) that waits for its follow-up; the date is RFC 3339, UTC. */
export interface Commitment {
  readonly department: string;
  readonly rule: string;
  readonly followUpOn: string;
}

export interface ReplyOrder {
  readonly order: number;
  readonly at: string;
  readonly children: number;
}

export interface Result {
  readonly department: string;
  readonly result: Personal<string>;
  readonly reply: Personal<string>;
  readonly publishable: boolean;
}

/** What the public pages show of a result; `id` says nothing of the ticket. */
export interface Publication {
  readonly id: string;
  readonly at: string;
  readonly title: Personal<string>;
  readonly text: Personal<string>;
}

export interface UndeliveredMail {
  readonly mail: string;
  readonly purpose: MailPurpose;
  readonly why: string;
  readonly at: string;
}

/** A ticket as its events give it. Times are RFC 3339, UTC. */
export interface Ticket {
  readonly contact: string;
  readonly person: string;
  readonly number: string;
  readonly channel: TicketChannel;
  readonly status: Status;
  readonly kind: Kind;
  readonly level: Level;
  readonly item: Item;
  readonly site: string;
  readonly confidential: boolean;
  readonly parent: boolean;
  readonly anonymous: boolean;
  readonly about?: About;
  readonly aboutPerson?: Personal<string>;
  readonly district?: string;
  readonly product?: string;
  readonly subject: Personal<string>;
  readonly description: Personal<string>;
  readonly caller: Personal<Caller>;
  readonly location?: Personal<Location>;
  readonly customer?: Personal<string>;
  readonly enteredLate?: true;
  readonly attachments: readonly string[];
  readonly registeredAt: string;
  readonly registeredBy: string;
  readonly occurredAt?: string;
  readonly updatedAt: string;
  readonly parts: readonly Part[];
  readonly assignments: number;
  /** Assignments that it had when it came to its site: the table looks at it again there. */
  readonly assignmentsElsewhere?: number;
  readonly returnsGranted: number;
  readonly designated: boolean;
  readonly result?: Result;
  /** Rejections by the call centre's check in this round of handling. */
  readonly rejections: number;
  readonly reworks: number;
  /** Of these, ordered by the system itself because the caller was dissatisfied. */
  readonly automaticReworks?: number;
  readonly messages: number;
  readonly replies: number;
  /** The parent event that it hangs under: handled there, replied to here (R1.6). */
  readonly attachedTo?: string;
  readonly duplicateOf?: string;
  /** Contacts that joined it after it was registered, latest last: at most the last hundred. */
  readonly contacts?: readonly string[];
  /** Of a parent event: how many tickets hang under it. */
  readonly children?: number;
  /** Tickets that it could not take as children: they are not counted, and not released. */
  readonly refusedChildren?: readonly string[];
  /** Tickets that are linked as duplicates of this one. */
  readonly duplicates?: readonly string[];
  /** The last reply to all children that was ordered. */
  readonly replyToAll?: ReplyOrder;
  /** The level from which it was raised to urgent, and which lowering gives back. */
  readonly calmLevel?: CalmLevel;
  /** The ticket's own clocks are held. */
  readonly hold?: HoldReason;
  /** Since the ticket became urgent, until it is lowered, attached to a parent or over. */
  readonly urgency?: UrgentEpisode;
  /** Departments that owe a report on a supervision order (督办单); the order outlives their part. */
  readonly supervised?: readonly string[];
  readonly commitments?: readonly Commitment[];
  readonly closureCode?: ClosureCode;
  /** On the public pages. */
  readonly publication?: Publication;
  /** Was a report of wrongdoing at some time: the caller is hidden from departments, also after a reclassification (R2.3). */
  readonly identityHidden?: true;
  /** Departments that asked an executive to reveal the caller, with who asked. */
  readonly revealRequests?: Readonly<Record<string, string>>;
  /** Of these, on whose behalf a substitute asked. */
  readonly revealRequestedFor?: Readonly<Record<string, string>>;
  readonly revealedTo?: readonly string[];
  /** Since when the caller waits for the reply to what is approved. */
  readonly replyDueSince?: string;
  /** When the caller was tried for the reply that is due (R7.1). */
  readonly attempts?: readonly ContactAttempt[];
  /** Of the last reply or answer. */
  readonly survey?: Survey;
  /** Mails to the caller that did not arrive, and nobody has reached them since. */
  readonly undelivered?: readonly UndeliveredMail[];
  readonly imported: boolean;
}

/** undefined: nothing is registered under this id. */
export type MaybeTicket = Ticket | undefined;

const open: readonly Status[] = ['registered', 'dispatched', 'in-progress', 'in-review', 'to-check', 'to-reply'];
const active: readonly PartStatus[] = ['routed', 'accepted', 'submitted', 'approved'];

/** Somebody still has to do something before the caller has an answer. */
export function isOpen(ticket: Pick<Ticket, 'status'>): boolean {
  return open.includes(ticket.status);
}

/**
 * A department still works on it: it is open, or urgent and replied to before its result was approved (deadlines.md, "Urgent").
 */
export function isBeingHandled(ticket: Pick<Ticket, 'status' | 'parts'>): boolean {
  const lead = leadOf(ticket);
  return isOpen(ticket) || (ticket.status === 'completed' && lead !== undefined && lead.status !== 'approved');
}

/** It hangs under a parent event or is linked as a duplicate: what departments have to do, they do there. */
export function isHandledElsewhere({ attachedTo, duplicateOf }: Pick<Ticket, 'attachedTo' | 'duplicateOf'>): boolean {
  return attachedTo !== undefined || duplicateOf !== undefined;
}

export function isActive(part: Part): boolean {
  return active.includes(part.status);
}

export function leadOf(ticket: Pick<Ticket, 'parts'>): Part | undefined {
  return ticket.parts.find((part) => part.part === 'lead' && isActive(part));
}

export function coHandlersOf(ticket: Pick<Ticket, 'parts'>): readonly Part[] {
  return ticket.parts.filter((part) => part.part === 'co-handling' && isActive(part));
}

export function partOf(ticket: Pick<Ticket, 'parts'>, department: string): Part | undefined {
  return ticket.parts.find((part) => part.department === department && isActive(part));
}
