import type { PublicArticle } from '@ledgerline/administration/answers';
import type { CallerView, ExplainedRoute, TicketClock, TimeByHolder, Utterance } from '@ledgerline/domain';
import type { CommandNow, JsonDifference, LateEntries, TicketView } from '@ledgerline/gateway/answers';
import type { RecordedEvent } from '@ledgerline/kernel';
import type { ShownNotice } from '@ledgerline/notification/answers';
import type {
  Access,
  CallerProfiles,
  CallOfTicket,
  DueDeadline,
  ListedPublication,
  ListedTicket,
  Right,
  ShownOutgoingMail,
  TimedLine,
} from '@ledgerline/reporting/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** Who called as far as the asker may know it. */
type Veiled<Ticket> = Omit<Ticket, 'contact'> & {
  /** Id of the contact from which it was registered; not told to those who may not know who called. */
  readonly contact?: string;
};

/** A ticket on a list: of a confidential one without what it says (`withheld`). */
export type TicketLine = TicketView<Veiled<TimedLine>>;

/** A ticket as it stands, or stood. */
export type OneTicket = TicketView<Veiled<ListedTicket>> & {
  /** The call from which it was registered, for those who see every contact. */
  readonly call?: CallOfTicket;
};

/** A ticket as its own caller sees it. */
export type OwnTicket = CallerView & { readonly id: string; readonly version: number };

/** A ticket was registered: number and secret are what its caller follows it with. */
export interface Registered extends Made {
  readonly number: string;
  readonly secret: string;
}

/** An event of a ticket's stream with its place in the log, and the hash of the commit that holds it (SHA-256, base64url). */
export type TicketEventTold = RecordedEvent & { readonly position: string; readonly hash: string };

/** Every clock of a ticket, and who had it how long, as of an instant. */
export interface Deadlines extends Whole<TicketClock> {
  readonly holders: readonly TimeByHolder[];
  readonly at: string;
}

/** A ticket at two moments: what differs, and the events that lie between. */
export interface TicketDifferences {
  readonly from: { readonly at: string; readonly version: number };
  /** `at` null: now. */
  readonly to: { readonly at: string | null; readonly version: number };
  readonly differences: readonly JsonDifference[];
  readonly events: readonly RecordedEvent[];
}

/** Tickets: lists, commands, deadlines, attachments, notices; what the public may ask. */
export interface TicketsAnswers {
  'post /public/session': {
    readonly token: string;
    readonly expiresAt: string;
    readonly ticket: { readonly id: string; readonly number: string };
  };
  'get /public/publications': Page<ListedPublication>;
  'get /public/information': Page<PublicArticle>;
  'post /tickets': Registered;
  /** `position` of a list of the past: up to where in the log it knows. */
  'get /tickets': Page<TicketLine> & { readonly position?: string | null };
  /** Counted up to 10,000; not exact: at least. */
  'get /tickets/count': { readonly count: number; readonly exact: boolean };
  'get /tickets/lines': Whole<TicketLine>;
  'get /tickets/{id}': OneTicket | OwnTicket;
  'get /tickets/{id}/events': Page<TicketEventTold>;
  'get /tickets/{id}/messages': Whole<Utterance>;
  'get /tickets/{id}/deadlines': Deadlines;
  'get /tickets/{id}/differences': TicketDifferences;
  'get /tickets/{id}/caller-profile': CallerProfiles;
  'get /tickets/{id}/rights': Page<Right> & { readonly version: number };
  'get /tickets/{id}/mails': Whole<ShownOutgoingMail>;
  'get /tickets/{id}/accesses': Page<Access>;
  'get /tickets/{id}/commands': Whole<CommandNow>;
  /** `table`: the version that was asked, as `code.draft`. */
  'get /tickets/{id}/routing': ExplainedRoute & { readonly table: string };
  'post /tickets/{id}/{command}': Accepted;
  'get /deadlines': Page<DueDeadline>;
  'post /late-entries': LateEntries;
  'get /notifications': Page<ShownNotice>;
  'post /notifications/{id}/read': { readonly id: string; readonly position: string };
  'post /attachments': { readonly id: string; readonly size: number; readonly mediaType: string };
}
