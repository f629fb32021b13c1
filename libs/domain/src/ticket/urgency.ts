import type { CalmLevel, Level } from './ticket-words.js';
import type { Ticket } from './ticket.js';
import { hasReached, type UrgentEpisode, type UrgentStep } from './urgent-episode.js';

const justRaised: UrgentEpisode = { step: 'raised', measures: 0 };

/** Registered as urgent, the episode begins with the ticket. */
export function episodeOf(level: Level): Pick<Ticket, 'urgency'> {
  return level === 'urgent' ? { urgency: justRaised } : {};
}

/** An episode begins when the level becomes urgent, and ends when it is lowered. */
export function withLevel(ticket: Ticket, level: Level): Ticket {
  if (level === 'urgent') return ticket.level === 'urgent' ? ticket : raised(ticket);
  const { calmLevel: _before, ...calm } = withoutEpisode(ticket);
  return { ...calm, level };
}

/**
 * Reopened at the level urgent it is an urgent event again: somebody has to be told, take measures and decide. An episode that
 * has not come to its end goes on.
 */
export function urgentAgain(ticket: Ticket): Ticket {
  const { level, urgency } = ticket;
  if (level !== 'urgent' || (urgency !== undefined && urgency.step !== 'explained')) return ticket;
  return { ...ticket, urgency: justRaised };
}

/** Raised by word: also what kept the level while a parent carried its episode, and is on its own again. */
export function raised(ticket: Ticket): Ticket {
  if (ticket.urgency !== undefined) return ticket;
  const calm = ticket.level === 'urgent' ? {} : { calmLevel: ticket.level };
  return { ...ticket, ...calm, level: 'urgent', urgency: justRaised };
}

/** What lowering gives back: the level before it was raised; of what was registered as urgent the next lower one. */
export function calmLevelOf({ calmLevel = 'important' }: Pick<Ticket, 'calmLevel'>): CalmLevel {
  return calmLevel;
}

/** A parent event carries it, or the ticket is over. */
export function withoutEpisode({ urgency: _episode, ...ticket }: Ticket): Ticket {
  return ticket;
}

/** A later decision or explanation adds to the record and takes nothing back. */
export function urgencyAdvanced(ticket: Ticket, step: UrgentStep): Ticket {
  const { urgency } = ticket;
  return urgency === undefined || hasReached(urgency, step) ? ticket : { ...ticket, urgency: { ...urgency, step } };
}

export function measureTaken(ticket: Ticket): Ticket {
  const { urgency } = ticket;
  return urgency === undefined ? ticket : { ...ticket, urgency: { ...urgency, measures: urgency.measures + 1 } };
}
