import { ledgerlineEvents } from '@ledgerline/domain';
import type { ServiceDefinition } from '@ledgerline/host';
import { analytics } from './analytics/analytics.js';
import { askReport, askReportContacts, askReportTickets } from './analytics/report.query.js';
import { askForecast } from './analytics/forecast/forecast.query.js';
import { askProcess, askProcessTickets } from './analytics/process/process.query.js';
import { beginWhatIf, cancelWhatIf, differingTickets, lookAtWhatIf } from './analytics/what-if/what-if.query.js';
import { digestNow, listDigests, oneDigest } from './digests/digests.query.js';
import { makeDigest } from './digests/make-digest.query.js';
import { dueSteps } from './deadline-sheet/due-steps.query.js';
import { dueDeadlines } from './deadline-sheet/due-deadlines.query.js';
import { previewDocument } from './preview-document/preview-document.query.js';
import { followers } from './followers.js';
import { listContacts } from './contact-list/contact-list.query.js';
import { oneContact } from './contact-list/one-contact.query.js';
import { archivedBefore } from './erasure-subjects/archived-before.query.js';
import { erasureSubjects } from './erasure-subjects/erasure-subjects.query.js';
import { listCustomers, restrictedCustomers } from './customer-list/customer-list.query.js';
import { historyOfCustomer, oneCustomer, ticketsOfCustomer } from './customer-list/one-customer.query.js';
import { alikeCustomers } from './customer-profile/alike-customers.query.js';
import { callerProfile, customerProfile } from './customer-profile/customer-profile.query.js';
import { projections } from './projections.js';
import { countSetAside, listMails, oneMail } from './mail-list/mails.query.js';
import { ticketOfMarks } from './mail-list/ticket-of-marks.query.js';
import { acknowledgedTo, outgoingMailsDue, ticketMails } from './outgoing-mail-list/outgoing-mails.query.js';
import { openPortalSession } from './portal/open-portal-session.query.js';
import { listPublications } from './publications/list-publications.query.js';
import { ticketAccesses } from './ticket-accesses/ticket-accesses.query.js';
import { customersInSegment, listSegments, oneSegment } from './segments/segments.query.js';
import { listOwnCalls } from './telephony/own-calls.query.js';
import { listTransferTargets } from './telephony/transfer-targets.query.js';
import { listAgentStates } from './telephony/agent-states.query.js';
import { askWallboard } from './telephony/wallboard.query.js';
import { listSurges } from './surge-list/surge-list.query.js';
import { ticketDifferences } from './ticket-differences/ticket-differences.query.js';
import { ticketRights } from './ticket-rights/ticket-rights.query.js';
import { ticketDeadlines } from './ticket-deadlines/ticket-deadlines.query.js';
import { ticketAt, ticketEvents } from './ticket-history/ticket-history.query.js';
import { ticketMessages } from './ticket-messages/ticket-messages.query.js';
import { ticketLines } from './ticket-lines/ticket-lines.query.js';
import { visibleTickets } from './ticket-lines/visible-tickets.query.js';
import { visibleChanges } from './visible-changes/visible-changes.query.js';
import { ticketRouting } from './ticket-routing/ticket-routing.query.js';
import { countTicketsThen, listTicketsThen } from './analytics/past/past-list.query.js';
import { countTickets, listTickets } from './ticket-list/ticket-list.query.js';

/** Work lists, timelines and looks at the past: what is folded from the log and can be folded again. */
export const reporting: ServiceDefinition = {
  name: 'reporting',
  events: ledgerlineEvents,
  queries: {
    tickets: listTickets,
    'ticket-count': countTickets,
    'tickets-then': listTicketsThen,
    'ticket-count-then': countTicketsThen,
    ticket: ticketAt,
    'ticket-events': ticketEvents,
    'ticket-deadlines': ticketDeadlines,
    'ticket-differences': ticketDifferences,
    'ticket-rights': ticketRights,
    'visible-changes': visibleChanges,
    'ticket-lines': ticketLines,
    'visible-tickets': visibleTickets,
    deadlines: dueDeadlines,
    'due-steps': dueSteps,
    'ticket-routing': ticketRouting,
    'preview-document': previewDocument,
    'ticket-accesses': ticketAccesses,
    'open-portal-session': openPortalSession,
    publications: listPublications,
    'ticket-messages': ticketMessages,
    contacts: listContacts,
    surges: listSurges,
    'agent-states': listAgentStates,
    'own-calls': listOwnCalls,
    'transfer-targets': listTransferTargets,
    wallboard: askWallboard,
    contact: oneContact,
    mails: listMails,
    mail: oneMail,
    'mails-set-aside': countSetAside,
    'ticket-of-marks': ticketOfMarks,
    'ticket-mails': ticketMails,
    'outgoing-mails-due': outgoingMailsDue,
    'acknowledged-to': acknowledgedTo,
    'erasure-subjects': erasureSubjects,
    'archived-before': archivedBefore,
    customers: listCustomers,
    customer: oneCustomer,
    'customer-tickets': ticketsOfCustomer,
    'customer-history': historyOfCustomer,
    'restricted-customers': restrictedCustomers,
    'customer-profile': customerProfile,
    'caller-profile': callerProfile,
    'alike-customers': alikeCustomers,
    segments: listSegments,
    segment: oneSegment,
    'customers-in-segment': customersInSegment,
    'make-digest': makeDigest,
    'digest-now': digestNow,
    digest: oneDigest,
    digests: listDigests,
    report: askReport,
    forecast: askForecast,
    process: askProcess,
    'process-tickets': askProcessTickets,
    'what-if': beginWhatIf,
    'what-if-state': lookAtWhatIf,
    'what-if-cancel': cancelWhatIf,
    'what-if-tickets': differingTickets,
    'report-tickets': askReportTickets,
    'report-contacts': askReportContacts,
  },
  analytics,
  analyticsModule: new URL('./analytics/analytics.js', import.meta.url).href,
  projections,
  projectionsModule: new URL('./projections.js', import.meta.url).href,
  followers,
  followersModule: new URL('./followers.js', import.meta.url).href,
};
