import { noRuleFor, type Fold, type RecordedEvent } from '@ledgerline/kernel';
import { handsOf, powerOf } from '../authority/hands.js';
import type { TicketEvent } from './ticket-events.js';
import {
  accepted, coHandlingOf, committed, ended, extensionEndorsed, followedUp, held, informed, moved, noLongerAwaited, onItsOwn, returned, submitted, supervised, supervisionAnswered, transferred,
  withoutExtension, withPart,
} from './evolve-parts.js'; // prettier-ignore
import { attempted, awaitsReply, notDelivered, reachedOtherwise, surveyed, surveySent, told } from './reply-and-survey.js';
import { hiddenBy, revealed, revealRequested } from './hidden-identity.js';
import { leadOf, type MaybeTicket, type Ticket } from './ticket.js';
import {
  childAttached,
  childDetached,
  childRefused,
  contactJoined,
  duplicateNoted,
  duplicateReleased,
  handledAt,
} from './evolve-links.js';
import { episodeOf, measureTaken, raised, urgencyAdvanced, withLevel } from './urgency.js';
import { published, reopened, reworked, unpublished } from './rounds.js';
import { routed } from './route-parts.js';

type RecordedTicketEvent = TicketEvent & Pick<RecordedEvent, 'meta' | 'version'>;

/** The ticket's fold: the same for commands, time travel and analytics. */
export const ticketFold: Fold<MaybeTicket> = {
  initial: undefined,
  looksInside: ['TicketRegistered', 'ResultSubmitted', 'ResultPublished'],
  evolve: (ticket, event) => evolveTicket(ticket, event as unknown as RecordedTicketEvent),
};

export function evolveTicket(before: MaybeTicket, event: RecordedTicketEvent): MaybeTicket {
  if (event.type === 'TicketRegistered') return registered(event);
  if (before === undefined) return undefined;
  const after = changed(before, event);
  if (after === before) return { ...before, updatedAt: event.meta.at };
  (after as { updatedAt: string }).updatedAt = event.meta.at; // made a moment ago, and nobody else's yet
  return after;
}

function registered({ data, meta }: RecordedTicketEvent & { readonly type: 'TicketRegistered' }): Ticket {
  return {
    ...data,
    status: 'registered',
    site: data.site ?? meta.site,
    registeredAt: meta.at,
    registeredBy: powerOf(meta),
    updatedAt: meta.at,
    parts: [],
    assignments: 0,
    returnsGranted: 0,
    designated: false,
    rejections: 0,
    reworks: 0,
    messages: 0,
    replies: 0,
    imported: meta.origin !== undefined,
    ...episodeOf(data.level),
    ...hiddenBy(data.kind),
  };
}

function changed(ticket: Ticket, event: RecordedTicketEvent): Ticket {
  switch (event.type) {
    case 'TicketRegistered':
      return ticket;
    case 'TicketAnswered':
      return told(held(ticket, undefined, undefined), event.meta.at);
    case 'TicketReclassified':
      return {
        ...withLevel(ticket, event.data.level),
        kind: event.data.kind,
        item: event.data.item,
        ...hiddenBy(event.data.kind),
      };
    case 'TicketRefused':
      return ended(ticket, 'refused');
    case 'TicketWithdrawn':
      return ended(ticket, 'withdrawn');
    case 'MessageAdded':
      return { ...(event.data.from === 'caller' ? informed(ticket) : reachedOtherwise(ticket)), messages: ticket.messages + 1 };
    case 'TicketRouted':
      return routed(ticket, event.data.lead, event.data.coHandling, event.meta.at);
    case 'TicketDesignated':
      return { ...routed(ticket, event.data.lead, coHandlingOf(ticket, event.data.lead), event.meta.at), designated: true };
    case 'TicketTransferred':
      return transferred(ticket, event.data.to);
    case 'DepartmentReleased':
      return withPart(ticket, event.data.department, { status: 'released' });
    case 'ReturnRequested':
      return withPart(ticket, event.data.department, { returnRequested: true, returnRequestedBy: handsOf(event.meta) });
    case 'ReturnGranted':
      return returned(ticket, event.data.department);
    case 'ReturnRefused':
      return withPart(ticket, event.data.department, { returnRequested: false });
    case 'PartAccepted':
      return accepted(ticket, event.data.department, event.data.handler);
    case 'HandlerAssigned':
      return withPart(ticket, event.data.department, { handler: event.data.handler });
    case 'UrgencyRaised':
      return raised(ticket);
    case 'UrgencyLowered':
      return withLevel(ticket, event.data.level);
    case 'AttachedToEvent':
      return handledAt(ticket, { attachedTo: event.data.event });
    case 'LinkedAsDuplicate':
      return handledAt(ticket, { duplicateOf: event.data.of });
    case 'DetachedFromEvent':
    case 'DuplicateUnlinked':
      return onItsOwn(ticket);
    case 'ContactJoined':
      return contactJoined(ticket, event.data.contact);
    case 'ChildAttached':
      return childAttached(ticket, event.data.child);
    case 'ChildDetached':
      return childDetached(ticket);
    case 'DuplicateNoted':
      return duplicateNoted(ticket, event.data.duplicate);
    case 'DuplicateReleased':
      return duplicateReleased(ticket, event.data.duplicate);
    case 'DuplicateMessageNoted':
      return event.data.from === 'caller' ? informed(ticket) : ticket;
    case 'ReplyToAllOrdered': {
      const { order, children } = event.data;
      return { ...ticket, replyToAll: { order, children, at: event.meta.at } };
    }
    case 'ChildRefused':
      return childRefused(ticket, event.data.child);
    case 'DuplicateRefused':
    case 'MessageShared':
    case 'ProgressRecorded':
    case 'GuidanceGiven':
    case 'SpotCheckMade':
    case 'DelayExplained':
    case 'ProposalOutcomeTold':
    case 'ActivityImported':
    case 'DeadlineWarned':
    case 'DeadlineBreached':
    case 'DeadlineEscalated':
    case 'ExecutivesAlerted':
      return ticket;
    case 'MailUndelivered':
      return notDelivered(ticket, event);
    case 'CallerFellSilent':
      return noLongerAwaited(ticket, event.data.department);
    case 'TicketArchived':
      return { ...ticket, status: 'archived' };
    case 'ContactAttempted':
      return attempted(ticket, event);
    case 'SurveySent':
      return surveySent(ticket, event.data.channel);
    case 'SurveyRecorded':
      return surveyed(ticket, event);
    case 'ResultPublished':
      return published(ticket, event);
    case 'PublicationWithdrawn':
      return unpublished(ticket);
    case 'RevealRequested':
      return revealRequested(ticket, event.data.department, handsOf(event.meta));
    case 'RevealGranted':
      return revealed(ticket, event.data.department);
    case 'MeasureRecorded':
      return measureTaken(ticket);
    case 'UrgencyAcknowledged':
      return urgencyAdvanced(ticket, 'acknowledged');
    case 'DecisionRecorded':
      return urgencyAdvanced(ticket, 'decided');
    case 'DecisionHandedDown':
      return urgencyAdvanced(ticket, 'handed-down');
    case 'DecisionExplained':
      return urgencyAdvanced(ticket, 'explained');
    case 'CommittedInPrinciple':
      return committed(ticket, event.data);
    case 'FollowedUp':
      return followedUp(ticket);
    case 'OverdueReported':
      return withPart(ticket, event.data.department, { overdueReported: true });
    case 'SupervisionOrdered':
      return supervised(ticket, event.data.department);
    case 'SupervisionAnswered':
      return supervisionAnswered(ticket, event.data.department);
    case 'PutOnHold':
      return held(ticket, event.data.department, event.data.reason);
    case 'HoldEnded':
      return held(ticket, event.data.department, undefined);
    case 'InformationRequested':
      return withPart(ticket, event.data.department, { awaitsInformation: true });
    case 'InformationReceived':
      return informed(ticket);
    case 'ExtensionRequested':
      return withPart(ticket, event.data.department, {
        extension: { by: event.data.by, endorsed: false, requestedBy: handsOf(event.meta) },
      });
    case 'ExtensionEndorsed':
      return extensionEndorsed(ticket, event.data.department, handsOf(event.meta));
    case 'ExtensionGranted':
      return withoutExtension(ticket, event.data.department, 1);
    case 'ExtensionRefused':
      return withoutExtension(ticket, event.data.department, 0);
    case 'ReportSubmitted':
      return submitted(ticket, event.data.department, handsOf(event.meta));
    case 'ResultSubmitted': {
      const { department, result, reply, publishable } = event.data;
      return {
        ...moved(submitted(ticket, department, handsOf(event.meta)), 'in-review'),
        result: { department, result, reply, publishable },
      };
    }
    case 'PartApproved': {
      // What was urged, or asked to be given back, is done.
      const approved = withPart(ticket, event.data.department, {
        status: 'approved',
        urges: 0,
        returnRequested: false,
        approvedBy: handsOf(event.meta),
      });
      const isLead = leadOf(ticket)?.department === event.data.department;
      if (!isLead) return approved;
      return awaitsReply(moved(approved, event.data.unchecked ? 'to-reply' : 'to-check'), event.meta.at);
    }
    case 'PartSentBack': {
      const back = withPart(ticket, event.data.department, { status: 'accepted' });
      return leadOf(ticket)?.department === event.data.department ? moved(back, 'in-progress') : back;
    }
    case 'ResultAccepted':
      return awaitsReply({ ...ticket, status: 'to-reply' }, event.meta.at);
    case 'ResultRejected': {
      const lead = leadOf(ticket);
      const back = lead ? withPart(ticket, lead.department, { status: 'accepted' }) : ticket;
      return { ...back, status: 'in-progress', rejections: ticket.rejections + 1 };
    }
    case 'ReworkOrdered':
      return reworked(ticket, event);
    case 'ReplyGiven':
      return told(held(ticket, undefined, undefined), event.meta.at);
    case 'TicketClosed':
      return { ...ended(ticket, 'closed'), closureCode: event.data.code };
    case 'TicketReopened':
      return reopened(ticket);
    case 'TicketUrged':
      return withPart(ticket, event.data.department, (part) => ({ urges: part.urges + 1 }));
    case 'UrgeAcknowledged':
      return withPart(ticket, event.data.department, { urges: 0 });
    default:
      return noRuleFor(event);
  }
}
