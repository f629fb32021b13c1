import type { ShownDigest } from '@ledgerline/contracts';
import type {
  ContactBehind,
  DifferingTicket,
  DigestHead,
  ReportedTicket,
  ShownForecast,
  ShownProcess,
  ShownReport,
  ShownRun,
  TicketBehind,
} from '@ledgerline/reporting/answers';
import type { Page } from '../answer-shapes.ts';

/** The tickets behind a number, as of a position of the log. */
export interface TicketsBehind<Ticket> extends Page<Ticket> {
  readonly position: string;
}

/** Figures, the process, what-if and digests. */
export interface ReportsAnswers {
  'post /reports/what-if': ShownRun;
  'get /reports/what-if/{id}': ShownRun;
  'delete /reports/what-if/{id}': ShownRun;
  'get /reports/what-if/{id}/tickets': Page<DifferingTicket>;
  'get /reports/forecast': ShownForecast;
  'get /reports/process': ShownProcess;
  'get /reports/process/tickets': TicketsBehind<TicketBehind>;
  'get /reports/{name}': ShownReport;
  'get /reports/{name}/tickets': TicketsBehind<ReportedTicket>;
  'get /reports/{name}/contacts': TicketsBehind<ContactBehind>;
  'get /digests': Page<DigestHead>;
  'get /digests/now': ShownDigest;
  'get /digests/{id}': ShownDigest;
}
