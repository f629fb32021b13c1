import { ledgerlineEvents } from '@ledgerline/domain';
import type { Projection } from '@ledgerline/kernel';
import { contactList } from './contact-list/contact-list.projection.js';
import { customerList } from './customer-list/customer-list.projection.js';
import { profileList } from './customer-profile/customer-profile.projection.js';
import { deadlineSheet } from './deadline-sheet/deadline-sheet.projection.js';
import { segmentList } from './segments/segment-list.projection.js';
import { surgeList } from './surge-list/surge-list.projection.js';
import { digestList } from './digests/digest-list.projection.js';
import { agentDays } from './telephony/agent-days.projection.js';
import { liveCalls } from './telephony/live-calls.projection.js';
import { mailList } from './mail-list/mail-list.projection.js';
import { outgoingMailList } from './outgoing-mail-list/outgoing-mail-list.projection.js';
import { ticketList } from './ticket-list/ticket-list.projection.js';

/** What the host can run on a thread of its own. */
export const projections = [
  ticketList,
  deadlineSheet,
  contactList,
  customerList,
  profileList,
  segmentList,
  surgeList,
  digestList,
  mailList,
  agentDays,
  liveCalls,
  outgoingMailList,
] as unknown as readonly Projection<never>[];
export const events = ledgerlineEvents;
