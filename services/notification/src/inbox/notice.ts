import type { NoticeKind } from '@ledgerline/contracts';
import {
  isActive,
  leadOf,
  partOf,
  type ContactEvent,
  type Part,
  type Ticket,
  type TicketEvent,
  type ToldStep,
} from '@ledgerline/domain';

/** An inbox: an account's own, or one that all share who hold a role (in a department). */
export type Inboxes = readonly string[];

export interface DraftedNotice {
  readonly kind: NoticeKind;
  readonly to: Inboxes;
  readonly department?: string;
}

export const inboxOf = {
  account: (id: string) => `account:${id}`,
  coordinators: 'coordinators',
  leaders: 'leaders',
  managers: (department: string) => `managers:${department}`,
  inspectors: 'inspectors',
  administrators: 'administrators',
  teamLeaders: (department: string) => `team-leaders:${department}`,
};

/** The ticket before and after an event. */
export interface Around {
  readonly before: Ticket | undefined;
  readonly after: Ticket;
  /** Who gave the order that a department answers. */
  readonly supervisors: Readonly<Record<string, string>>;
}

/** Who has to know of an event. Nothing of what it says goes into a notice. */
export function noticesOf(event: TicketEvent, { before, after, supervisors }: Around): readonly DraftedNotice[] {
  const { coordinators, leaders, managers } = inboxOf;
  const one = (kind: NoticeKind, to: Inboxes, department?: string) => [
    { kind, to, ...(department === undefined ? {} : { department }) },
  ];
  const asked = before ?? after;
  switch (event.type) {
    case 'DeadlineWarned':
      return told('deadline-warned', event.data);
    case 'DeadlineBreached':
      return told('deadline-breached', event.data);
    case 'DeadlineEscalated':
      return told('deadline-escalated', event.data);
    case 'ExecutivesAlerted':
      return told('urgent-alerted', event.data);
    case 'TicketRegistered':
      return after.level === 'urgent' ? one('urgent-raised', [coordinators]) : [];
    case 'UrgencyRaised':
      return one('urgent-raised', [coordinators]);
    case 'TicketReopened':
      return after.urgency?.step === 'raised' && before?.urgency?.step !== 'raised' ? one('urgent-raised', [coordinators]) : [];
    case 'DecisionHandedDown':
      return one('decision-handed-down', [coordinators, ...event.data.departments.map(managers)]);
    case 'TicketRouted':
    case 'TicketDesignated':
      return newParts(before, after).flatMap(({ department }) => one('routed', [managers(department)], department));
    case 'ReworkOrdered':
      return one('rework-ordered', [managers(event.data.department)], event.data.department);
    case 'HandlerAssigned':
      return one('assigned', [inboxOf.account(event.data.handler)], event.data.department);
    case 'TicketUrged':
      return one('urged', workers(after, event.data.department), event.data.department);
    case 'GuidanceGiven':
      return one('guidance', workers(after, event.data.department), event.data.department);
    case 'SupervisionOrdered': {
      const { department } = event.data;
      return one('supervision-ordered', [...new Set([managers(department), ...workers(after, department)])], department);
    }
    case 'SupervisionAnswered': {
      const by = supervisors[event.data.department];
      return one('supervision-answered', [by === undefined ? leaders : inboxOf.account(by)], event.data.department);
    }
    case 'OverdueReported': // R6.4: to the executive, with a copy to the call centre
      return one('overdue-reported', [leaders, coordinators], event.data.department);
    case 'ExtensionRequested':
      return one('extension-requested', [managers(event.data.department)], event.data.department);
    case 'ExtensionEndorsed':
      return one('extension-endorsed', [coordinators], event.data.department);
    case 'ExtensionGranted': // R4.2: somebody has to tell the caller the new date
      return [
        ...one('extension-granted', workers(after, event.data.department), event.data.department),
        ...one('tell-new-date', callCentre(after), event.data.department),
      ];
    case 'ExtensionRefused':
      return one('extension-refused', workers(after, event.data.department), event.data.department);
    case 'ReturnRequested':
      return one('return-requested', [coordinators], event.data.department);
    case 'ReturnGranted':
      return one('return-granted', workers(asked, event.data.department), event.data.department);
    case 'ReturnRefused':
      return one('return-refused', workers(after, event.data.department), event.data.department);
    case 'InformationReceived':
    case 'MessageAdded':
      return waiting(before).flatMap(({ department }) => one('information-received', workers(after, department), department));
    case 'CallerFellSilent':
      return one('caller-silent', workers(after, event.data.department), event.data.department);
    case 'ResultSubmitted':
    case 'ReportSubmitted':
      return one('to-review', [managers(event.data.department)], event.data.department);
    case 'PartApproved':
      if (leadOf(after)?.department !== event.data.department) return [];
      return one(event.data.unchecked ? 'to-reply' : 'to-check', callCentre(after), event.data.department);
    case 'ResultAccepted':
      return one('to-reply', callCentre(after));
    case 'PartSentBack':
      return one('sent-back', workers(after, event.data.department), event.data.department);
    case 'MailUndelivered': // R7.1: they have not heard yet
      return one('mail-undelivered', [...new Set([...callCentre(after), inboxOf.account(event.data.by)])]);
    case 'ResultRejected': {
      const department = leadOf(after)?.department;
      return department === undefined ? [] : one('result-rejected', workers(after, department), department);
    }
    default:
      return [];
  }
}

/** Who has to know that nobody called back yet. */
export function noticesOfCall(event: ContactEvent): readonly DraftedNotice[] {
  switch (event.type) {
    case 'ReturnCallWarned':
      return told('deadline-warned', event.data);
    case 'ReturnCallBreached':
      return told('deadline-breached', event.data);
    case 'ReturnCallEscalated':
      return told('deadline-escalated', event.data);
    default:
      return [];
  }
}

function told(kind: NoticeKind, { department, told: accounts }: ToldStep): readonly DraftedNotice[] {
  if (accounts.length === 0) return [];
  return [{ kind, to: accounts.map(inboxOf.account), ...(department === undefined ? {} : { department }) }];
}

/** The assigned handler; where nobody is, the managers. */
function workers(ticket: Ticket, department: string): Inboxes {
  const handler = partOf(ticket, department)?.handler;
  return [handler === undefined ? inboxOf.managers(department) : inboxOf.account(handler)];
}

/** Who registered the ticket sees it through; the coordinators see to it that somebody does. */
function callCentre({ registeredBy }: Ticket): Inboxes {
  return [inboxOf.coordinators, inboxOf.account(registeredBy)];
}

function newParts(before: Ticket | undefined, { parts }: Ticket): readonly Part[] {
  return parts.filter((part) => isActive(part) && part.assignment > (before?.assignments ?? 0));
}

function waiting(before: Ticket | undefined): readonly Part[] {
  return (before?.parts ?? []).filter((part) => isActive(part) && part.awaitsInformation);
}
