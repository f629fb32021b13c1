import type { RecordedEvent } from '@ledgerline/kernel';
import type { TicketEvents } from './ticket-events.js';
import type { Ticket } from './ticket.js';

type Of<Type extends keyof TicketEvents> = { readonly data: TicketEvents[Type]; readonly meta: RecordedEvent['meta'] };

/** What is approved, and checked where it has to be, waits for the reply. */
export function awaitsReply(ticket: Ticket, since: string): Ticket {
  return ticket.status === 'to-reply' ? { ...ticket, replyDueSince: since } : ticket;
}

/** The caller has the answer: what was tried before is over, and the survey of this reply begins. */
export function told(ticket: Ticket, at: string): Ticket {
  return {
    ...untried(reachedOtherwise(ticket)),
    status: 'completed',
    replies: ticket.replies + 1,
    survey: { since: at, attempts: 0 },
  };
}

/** Mails that are kept of one ticket, at most. */
const mostKept = 20;

export function notDelivered(ticket: Ticket, { data: { mail, purpose, why }, meta: { at } }: Of<'MailUndelivered'>): Ticket {
  const others = (ticket.undelivered ?? []).filter((one) => one.mail !== mail);
  return { ...ticket, undelivered: [...others, { mail, purpose, why, at }].slice(-mostKept) };
}

/** Somebody has told the caller in another way, or written anew. */
export function reachedOtherwise(ticket: Ticket): Ticket {
  if (ticket.undelivered === undefined) return ticket;
  const { undelivered: _mails, ...reached } = ticket;
  return reached;
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
