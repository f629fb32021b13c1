import { definitionsOf, type EventDefinition, type Personal, type EventOf } from '@ledgerline/kernel';
import type { MailPurpose } from '../outgoing-mail/mail-purposes.js';
import type { ClockName, EscalationTarget } from '../policy/policy.js';
import type {
  About, Caller, ClosureCode, Dissatisfaction, HoldReason, Item, Kind, Level, Location, TicketChannel,
} from './ticket-words.js'; // prettier-ignore

/** Every event of a ticket by wire name. Free text is the caller's and is sealed with the key of `person`. */
export interface TicketEvents {
  TicketRegistered: {
    readonly contact: string;
    readonly person: string;
    readonly number: string;
    readonly channel: TicketChannel;
    readonly kind: Kind;
    readonly level: Level;
    readonly item: Item;
    readonly confidential: boolean;
    readonly parent: boolean;
    readonly about?: About;
    /** Name of whom the caller complains of. */
    readonly aboutPerson?: Personal<string>;
    readonly attachments: readonly string[];
    readonly occurredAt?: string;
    readonly district?: string;
    readonly product?: string;
    /** Its home where that is another site than the one that registered it (R1.1). */
    readonly site?: string;
    readonly anonymous: boolean;
    readonly subject: Personal<string>;
    readonly description: Personal<string>;
    readonly caller: Personal<Caller>;
    readonly location?: Personal<Location>;
    /** Id of the customer by the first identity that the caller gave; none of who wants to be anonymous. */
    readonly customer?: Personal<string>;
    /** It happened well before it was entered: from paper, or after an outage. */
    readonly enteredLate?: true;
  };
  /** `articleVersions`: the version in force then of each article that it rests on. */
  TicketAnswered: Text & {
    readonly articles: readonly string[];
    readonly articleVersions?: Readonly<Record<string, number>>;
  };
  TicketReclassified: Reason & { readonly level: Level; readonly kind: Kind; readonly item: Item };
  TicketRefused: Text & Reason;
  TicketWithdrawn: Reason;
  MessageAdded: Text & Attached & { readonly from: 'caller' | 'staff'; readonly channel?: string };
  TicketRouted: Partial<Person> & {
    readonly lead: string;
    readonly coHandling: readonly string[];
    readonly by: 'table' | 'person';
    readonly note?: Personal<string>;
    readonly noticeToCaller?: Personal<string>;
    /** There is a notice to the caller; clocks go by this, for they see no words. */
    readonly toldCaller?: true;
  };
  TicketDesignated: Reason & { readonly lead: string };
  /** Its home is another site of this installation from here on (R2.4). */
  TicketTransferred: Reason & { readonly from: string; readonly to: string };
  DepartmentReleased: Reason & { readonly department: string };
  ReturnRequested: Reason & Attached & { readonly department: string };
  ReturnGranted: { readonly department: string };
  ReturnRefused: Reason & { readonly department: string };
  PartAccepted: { readonly department: string; readonly handler?: string };
  HandlerAssigned: { readonly department: string; readonly handler: string };
  ProgressRecorded: Text & Attached & { readonly department: string; readonly toldCaller: boolean };
  /** Of a department's clocks and `resolve`; without a department of the ticket's own. */
  PutOnHold: Person & { readonly department?: string; readonly reason: HoldReason; readonly note: Personal<string> };
  HoldEnded: { readonly department?: string };
  InformationRequested: Person & { readonly department: string; readonly question: Personal<string> };
  InformationReceived: Text;
  ExtensionRequested: Reason & { readonly department: string; readonly by: string };
  ExtensionEndorsed: { readonly department: string };
  /** `by`: the new due time of the department's `handle`, RFC 3339 in UTC. */
  ExtensionGranted: { readonly department: string; readonly by: string };
  ExtensionRefused: Reason & { readonly department: string };
  ReportSubmitted: Text & Attached & { readonly department: string };
  ResultSubmitted: Person & {
    readonly department: string;
    readonly publishable: boolean;
    readonly result: Personal<string>;
    readonly reply: Personal<string>;
    readonly confidentialReason?: Personal<string>;
  };
  /** `unchecked`: the policy asks for no check of results, and the lead's goes on to the reply. */
  PartApproved: { readonly department: string; readonly unchecked?: true };
  PartSentBack: Reason & { readonly department: string };
  ResultAccepted: Record<never, never>;
  ResultRejected: Reason;
  ReworkOrdered: Reason & { readonly department: string };
  ReplyGiven: Text & { readonly channel: string; readonly verifiedBy?: Personal<string> };
  TicketClosed: { readonly code: ClosureCode };
  TicketReopened: Reason;
  TicketUrged: Text & { readonly department: string };
  UrgeAcknowledged: { readonly department: string };
  UrgencyRaised: Reason;
  UrgencyLowered: Reason & { readonly level: Exclude<Level, 'urgent'> };
  MeasureRecorded: Text;
  UrgencyAcknowledged: Record<never, never>;
  DecisionRecorded: Text & { readonly participants: Personal<readonly string[]> };
  DecisionHandedDown: Text & { readonly departments: readonly string[] };
  DecisionExplained: Text & { readonly channel: string };
  /** `followUpOn`: RFC 3339, UTC. */
  CommittedInPrinciple: Text & { readonly department: string; readonly rule: string; readonly followUpOn: string };
  FollowedUp: Text;
  /** `reportBy`: RFC 3339, UTC. */
  SupervisionOrdered: Person & { readonly department: string; readonly instruction: Personal<string>; readonly reportBy: string };
  SupervisionAnswered: Text & { readonly department: string };
  GuidanceGiven: Text & { readonly department: string };
  SpotCheckMade: Person & { readonly department: string; readonly findings: Personal<string> };
  OverdueReported: Reason & { readonly department: string };
  DelayExplained: Text & { readonly channel: string };
  ContactAttempted: Person & {
    readonly purpose: 'reply' | 'survey';
    readonly channel: string;
    readonly outcome: string;
    readonly note?: Personal<string>;
  };
  SurveyRecorded: Person & {
    readonly outcome: number;
    readonly service: number;
    readonly timeliness: number;
    readonly comment?: Personal<string>;
    /** Rated at or under the limit of the policy that the survey is pinned to. */
    readonly dissatisfied?: readonly Dissatisfaction[];
  };
  /** The ticker: a point of warning of a running clock came (R6.1). */
  DeadlineWarned: ToldStep & { readonly fraction: number };
  /** The ticker: a clock ran out. */
  DeadlineBreached: ToldStep;
  /** The ticker: a rung of the escalation chain; `repeat` counts from 0. */
  DeadlineEscalated: ToldStep & { readonly to: EscalationTarget; readonly repeat: number };
  /** The ticker: the executives told that the ticket is urgent (R3), at once and again until somebody acknowledges. */
  ExecutivesAlerted: ToldStep & { readonly repeat: number };
  /** The ticker: a department asked the caller, and the policy's `callerSilence` is over. */
  CallerFellSilent: { readonly department: string; readonly step: string };
  /** The ticker: the retention setting's time since the end is over (归档). */
  TicketArchived: Record<never, never>;
  SurveySent: { readonly channel: string };
  RevealRequested: Reason & { readonly department: string };
  /** An executive lets the department know who the caller is. */
  RevealGranted: { readonly department: string };
  /** On the public pages, without personal data; sealed all the same, so that an erasure takes it back. */
  ResultPublished: Person & { readonly publication: string; readonly title: Personal<string>; readonly text: Personal<string> };
  PublicationWithdrawn: Reason;
  /** A contact was attached to it: what was said is told in that contact's own stream. */
  ContactJoined: { readonly contact: string };
  AttachedToEvent: { readonly event: string };
  /** `event`: where it hung; older streams do not say. */
  DetachedFromEvent: Reason & { readonly event?: string };
  LinkedAsDuplicate: { readonly of: string };
  DuplicateUnlinked: Reason & { readonly of?: string };
  /** Of a duplicate: what was just added shows with the other too, which learns of it. */
  MessageShared: { readonly of: string; readonly from: 'caller' | 'staff' };
  /** On a parent event, by the process manager. `owesReply`: it hung here when that reply to all was ordered. */
  ChildAttached: { readonly child: string; readonly attachedAt: string; readonly owesReply?: number };
  ChildDetached: { readonly child: string };
  ChildRefused: { readonly child: string; readonly why: string };
  DuplicateNoted: { readonly duplicate: string };
  DuplicateReleased: { readonly duplicate: string };
  DuplicateRefused: { readonly duplicate: string; readonly why: string };
  /** A message came to a duplicate of this ticket, and is kept there. */
  DuplicateMessageNoted: { readonly duplicate: string; readonly from: 'caller' | 'staff' };
  /** `order` counts from 1; `children` is how many hung here. Each is replied to by a command of its own. */
  ReplyToAllOrdered: Text & { readonly channel: string; readonly order: number; readonly children: number };
  /** The caller was told what became of an improvement that they had asked for (R11): `outcome` counts those of the proposal. */
  ProposalOutcomeTold: Text & { readonly channel: string; readonly proposal: string; readonly outcome: number };
  /** What the caller was written did not arrive, or nobody knows: somebody has to reach them otherwise. `by` wrote it. */
  MailUndelivered: { readonly mail: string; readonly purpose: MailPurpose; readonly why: string; readonly by: string };
  /** From another system's log: an activity that has no word of ours, kept as it was. `resource` is who did it there. */
  ActivityImported: Person & {
    readonly activity: string;
    readonly occurredAt: string;
    readonly resource?: Personal<string>;
    readonly details: Personal<Readonly<Record<string, string>>>;
    /** The step of the prescribed process that it stands for (`prescribedSteps`), where the mapping says one. */
    readonly step?: string;
  };
}

/** What the ticker told whom. Times are RFC 3339 in UTC. */
export interface ToldStep {
  /** Identity of the step: clock instance, due time, step, and the how-manieth repeat of it (`~1`). */
  readonly step: string;
  readonly clock: ClockName;
  readonly instance: string;
  /** Whose clock it is; without one the call centre's. */
  readonly department?: string;
  readonly due?: string;
  /** When it was to be told. */
  readonly plannedFor: string;
  /** Seconds by which it was told late, where that is more than a moment. */
  readonly lateBy?: number;
  /** Accounts that were told. */
  readonly told: readonly string[];
}

interface Person {
  readonly person: string;
}
interface Text extends Person {
  readonly text: Personal<string>;
}
interface Reason extends Person {
  readonly reason: Personal<string>;
}
interface Attached {
  readonly attachments: readonly string[];
}

export type TicketEventType = keyof TicketEvents;
export type TicketEvent = EventOf<TicketEvents>;

const text = ['text'];
const reason = ['reason'];

/** The registration of the ticket's wire names: the only place where they stand beside what is personal in them. */
export const ticketEventDefinitions: readonly EventDefinition[] = definitionsOf<TicketEventType>({
  TicketRegistered: ['subject', 'description', 'caller', 'location', 'aboutPerson', 'customer'],
  TicketAnswered: text,
  TicketReclassified: reason,
  TicketRefused: ['text', 'reason'],
  TicketWithdrawn: reason,
  MessageAdded: text,
  TicketRouted: ['note', 'noticeToCaller'],
  TicketDesignated: reason,
  TicketTransferred: reason,
  DepartmentReleased: reason,
  ReturnRequested: reason,
  ReturnGranted: undefined,
  ReturnRefused: reason,
  PartAccepted: undefined,
  HandlerAssigned: undefined,
  ProgressRecorded: text,
  PutOnHold: ['note'],
  HoldEnded: undefined,
  InformationRequested: ['question'],
  InformationReceived: text,
  ExtensionRequested: reason,
  ExtensionEndorsed: undefined,
  ExtensionGranted: undefined,
  ExtensionRefused: reason,
  ReportSubmitted: text,
  ResultSubmitted: ['result', 'reply', 'confidentialReason'],
  PartApproved: undefined,
  PartSentBack: reason,
  ResultAccepted: undefined,
  ResultRejected: reason,
  ReworkOrdered: reason,
  ReplyGiven: ['text', 'verifiedBy'],
  TicketClosed: undefined,
  TicketReopened: reason,
  TicketUrged: text,
  UrgeAcknowledged: undefined,
  UrgencyRaised: reason,
  UrgencyLowered: reason,
  MeasureRecorded: text,
  UrgencyAcknowledged: undefined,
  DecisionRecorded: ['text', 'participants'],
  DecisionHandedDown: text,
  DecisionExplained: text,
  CommittedInPrinciple: text,
  FollowedUp: text,
  SupervisionOrdered: ['instruction'],
  SupervisionAnswered: text,
  GuidanceGiven: text,
  SpotCheckMade: ['findings'],
  OverdueReported: reason,
  DelayExplained: text,
  ContactAttempted: ['note'],
  SurveyRecorded: ['comment'],
  DeadlineWarned: undefined,
  DeadlineBreached: undefined,
  DeadlineEscalated: undefined,
  ExecutivesAlerted: undefined,
  CallerFellSilent: undefined,
  TicketArchived: undefined,
  SurveySent: undefined,
  RevealRequested: reason,
  RevealGranted: undefined,
  ResultPublished: ['title', 'text'],
  PublicationWithdrawn: reason,
  ContactJoined: undefined,
  AttachedToEvent: undefined,
  DetachedFromEvent: reason,
  LinkedAsDuplicate: undefined,
  DuplicateUnlinked: reason,
  MessageShared: undefined,
  ChildAttached: undefined,
  ChildDetached: undefined,
  ChildRefused: undefined,
  DuplicateNoted: undefined,
  DuplicateReleased: undefined,
  DuplicateRefused: undefined,
  DuplicateMessageNoted: undefined,
  ReplyToAllOrdered: text,
  ProposalOutcomeTold: text,
  MailUndelivered: undefined,
  ActivityImported: ['resource', 'details'],
});
