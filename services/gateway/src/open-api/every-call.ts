import type { Call } from './call.js';
import { accountsCalls } from './calls/accounts.calls.js';
import { auditCalls } from './calls/audit.calls.js';
import { callersCalls } from './calls/callers.calls.js';
import { houseCalls } from './calls/house.calls.js';
import { knowledgeCalls } from './calls/knowledge.calls.js';
import { linkCalls } from './calls/link.calls.js';
import { mailCalls } from './calls/mail.calls.js';
import { outboundCalls } from './calls/outbound.calls.js';
import { outwardCalls } from './calls/outward.calls.js';
import { qualityCalls } from './calls/quality.calls.js';
import { personnelCalls } from './calls/personnel.calls.js';
import { reportsCalls } from './calls/reports.calls.js';
import { telephonyCalls } from './calls/telephony.calls.js';
import { runningCalls } from './calls/running.calls.js';
import { ticketsCalls } from './calls/tickets.calls.js';

/** Every call of the API, by subject: the subject is its tag in the document. */
export const callsBySubject: Readonly<Record<string, readonly Call[]>> = {
  tickets: ticketsCalls,
  callers: callersCalls,
  accounts: accountsCalls,
  house: houseCalls,
  knowledge: knowledgeCalls,
  quality: qualityCalls,
  telephony: telephonyCalls,
  outbound: outboundCalls,
  reports: reportsCalls,
  audit: auditCalls,
  mail: mailCalls,
  outward: outwardCalls,
  link: linkCalls,
  personnel: personnelCalls,
  running: runningCalls,
};
