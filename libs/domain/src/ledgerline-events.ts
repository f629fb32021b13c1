import { eventCatalogue } from '@ledgerline/kernel';
import { accessEventDefinitions } from './access/index.js';
import { announcementEventDefinitions, receiptEventDefinitions } from './announcement/index.js';
import { attachmentEventDefinitions } from './attachment/index.js';
import { accountEventDefinitions } from './account/index.js';
import { campaignEventDefinitions, givenCallEventDefinitions, listedCallEventDefinitions } from './campaign/index.js';
import { contactEventDefinitions } from './contact/index.js';
import { segmentEventDefinitions } from './segment/index.js';
import { profileEventDefinitions } from './customer-profile/index.js';
import { customerEventDefinitions } from './customer/index.js';
import { articleEventDefinitions } from './knowledge/index.js';
import { digestEventDefinitions } from './digest/digest.js';
import { documentEventDefinitions } from './document/index.js';
import { equipmentEventDefinitions } from './equipment/index.js';
import { identityEventDefinitions } from './identity/index.js';
import { inboxEventDefinitions } from './inbox/index.js';
import { mailEventDefinitions } from './mail/index.js';
import { outgoingMailEventDefinitions } from './outgoing-mail/index.js';
import { personEventDefinitions } from './person/index.js';
import { probationEventDefinitions } from './probation/index.js';
import { problemEventDefinitions } from './problem-record/index.js';
import { proposalEventDefinitions } from './proposal/index.js';
import { calibrationEventDefinitions, inspectionEventDefinitions, sampleEventDefinitions } from './quality/index.js';
import { pursuitEventDefinitions } from './pursuit/index.js';
import { departmentEventDefinitions } from './organisation/index.js';
import { rosterEventDefinitions, shiftBookEventDefinitions } from './roster/index.js';
import { surgeEventDefinitions } from './surge/index.js';
import { linkEventDefinitions, siteEventDefinitions } from './site/index.js';
import { agentDayEventDefinitions, callEventDefinitions } from './telephony/index.js';
import { ticketEventDefinitions } from './ticket/ticket-events.js';
import { webhookEventDefinitions } from './webhook/index.js';

/** Every event that a Ledgerline log can hold. */
export const ledgerlineEvents = eventCatalogue(
  ticketEventDefinitions,
  contactEventDefinitions,
  accountEventDefinitions,
  departmentEventDefinitions,
  documentEventDefinitions,
  digestEventDefinitions,
  equipmentEventDefinitions,
  announcementEventDefinitions,
  receiptEventDefinitions,
  shiftBookEventDefinitions,
  rosterEventDefinitions,
  siteEventDefinitions,
  linkEventDefinitions,
  identityEventDefinitions,
  inboxEventDefinitions,
  articleEventDefinitions,
  attachmentEventDefinitions,
  mailEventDefinitions,
  outgoingMailEventDefinitions,
  personEventDefinitions,
  probationEventDefinitions,
  problemEventDefinitions,
  proposalEventDefinitions,
  sampleEventDefinitions,
  inspectionEventDefinitions,
  calibrationEventDefinitions,
  campaignEventDefinitions,
  listedCallEventDefinitions,
  givenCallEventDefinitions,
  pursuitEventDefinitions,
  customerEventDefinitions,
  profileEventDefinitions,
  segmentEventDefinitions,
  accessEventDefinitions,
  surgeEventDefinitions,
  webhookEventDefinitions,
  callEventDefinitions,
  agentDayEventDefinitions,
);
