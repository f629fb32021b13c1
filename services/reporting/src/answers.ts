/** What this service answers over HTTP: the API's document is made from these types (ADR 0042). */
export type { ListedContact } from './contact-list/contact-list.projection.js';
export type { OneCustomer } from './customer-list/one-customer.query.js';
export type { DueDeadline } from './deadline-sheet/due-deadlines.query.js';
export type { DigestHead } from './digests/digests.query.js';
export type { ShownForecast } from './analytics/forecast/forecast.query.js';
export type { ShownProcess } from './analytics/process/process.query.js';
export type { ShownReport } from './analytics/report.query.js';
export type { ReportedTicket } from './analytics/reports/answer-report.js';
export type { TicketBehind } from './analytics/reports/tickets-behind.js';
export type { DifferingTicket, ShownRun } from './analytics/what-if/what-if-runs.js';
export type { CallOfTicket } from './ticket-history/call-of-ticket.js';
export type { DocumentPreview } from './preview-document/preview-document.query.js';
export type { ListedPublication } from './publications/list-publications.query.js';
export type { ListedSurge } from './surge-list/surge-list.projection.js';
export type { Access } from './ticket-accesses/ticket-accesses.query.js';
export type { ListedTicket } from './ticket-list/ticket-list.projection.js';
export type { TimedLine } from './ticket-list/due-lines.js';
export type { Right } from './ticket-rights/ticket-rights.query.js';
