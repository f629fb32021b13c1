import type { RecordedEvent } from '@ledgerline/kernel';
import type { TicketEvents } from './ticket-events.js';
import type { Dissatisfaction } from './ticket-words.js';
import type { Ticket } from './ticket.js';

/** One try to reach the caller with the reply; `at` is RFC 3339, UTC. */
export interface ContactAttempt {
  readonly at: string;
  readonly channel: string;
  readonly outcome: string;
}

/** The satisfaction survey (回访) of a reply. */
export interface Survey {
  /** When the reply was given: the policy's version of that time counts. */
  readonly since: string;
  readonly attempts: number;
  /** Channels by which it was sent, the last one at the end. */
  readonly sentBy?: readonly string[];
  readonly ratings?: Readonly<Record<Dissatisfaction, number>>;
  readonly dissatisfied?: readonly Dissatisfaction[];
}

type Of<Type extends keyof TicketEvents> = { readonly data: TicketEvents[Type]; readonly meta: RecordedEvent['meta'] };

/** What is approved, and checked where it has to be, waits for the reply. */
export function awaitsReply(ticket: Ticket, since: string): Ticket {
  return ticket.status === 'to-reply' ? { ...ticket, replyDueSince: since } : ticket;
}

/** The caller has the answer: what was tried before is over, and the survey of this reply begins. */
export function told(ticket: Ticket, at: string): Ticket {
  return { ...untried(ticket), status: 'completed', replies: ticket.replies + 1, survey: { since: at, attempts: 0 } };
}

/** Another round begins, or the ticket is over. */
export function untried({ attempts: _tries, replyDueSince: _since, ...ticket }: Ticket): Ticket {
  return ticket;
}

export function attempted(ticket: Ticket, { data, meta }: Of<'ContactAttempted'>): Ticket {
  const { purpose, channel, outcome } = data;
  if (purpose === 'reply') return { ...ticket, attempts: [...(ticket.attempts ?? []), { at: meta.at, channel, outcome }] };
  const { survey } = ticket;
  return survey === undefined ? ticket : { ...ticket, survey: { ...survey, attempts: survey.attempts + 1 } };
}

export function surveySent(ticket: Ticket, channel: string): Ticket {
  const { survey } = ticket;
  if (survey === undefined) return ticket;
  const sentBy = [...(survey.sentBy ?? []).filter((one) => one !== channel), channel];
  return { ...ticket, survey: { ...survey, sentBy } };
}

export function surveyed(ticket: Ticket, { data }: Of<'SurveyRecorded'>): Ticket {
  const { outcome, service, timeliness, dissatisfied = [] } = data;
  const { survey } = ticket;
  if (survey === undefined) return ticket;
  return { ...ticket, survey: { ...survey, ratings: { outcome, service, timeliness }, dissatisfied } };
}

/** What the caller said of the last reply lies at or under the policy's limit, in some respect. */
export function isDissatisfied({ survey }: Pick<Ticket, 'survey'>): boolean {
  return (survey?.dissatisfied?.length ?? 0) > 0;
}
