import type { ClockName } from '../policy/policy.js';
import { clocksOfUrgency } from '../policy/policy.js';
import type { BookRule } from './book-step.js';
import { finish, named, start, startOnce } from './clock-book.js';

/** What each step of an urgent episode meets, and what it starts (R3). */
const steps: Readonly<Record<string, { readonly meets: ClockName; readonly starts?: ClockName }>> = {
  MeasureRecorded: { meets: 'measures-urgent' },
  UrgencyAcknowledged: { meets: 'acknowledge-urgent', starts: 'decide-urgent' },
  DecisionRecorded: { meets: 'decide-urgent', starts: 'hand-down-urgent' },
  DecisionHandedDown: { meets: 'hand-down-urgent', starts: 'explain-urgent' },
  DecisionExplained: { meets: 'explain-urgent' },
};

/**
 * An episode begins when a ticket becomes urgent, is registered as urgent or reopened as such; lowering it, or attaching the ticket to a parent
 * that carries it, cancels its clocks.
 */
export const urgentClocks: BookRule = (book, step) => {
  const { event, before, ticket, at } = step;
  const cancelled = { at, how: 'cancelled' } as const;
  // An episode never goes back: at its first step again it is another one.
  const isRaised = ticket.urgency?.step === 'raised' && before?.urgency?.step !== 'raised';
  if (isRaised) {
    const earlier = finish(book, named(...clocksOfUrgency), cancelled);
    return start(start(earlier, 'measures-urgent', step), 'acknowledge-urgent', step);
  }
  const isOver = ['AttachedToEvent', 'LinkedAsDuplicate'].includes(event.type);
  if (isOver || (before?.level === 'urgent' && ticket.level !== 'urgent'))
    return finish(book, named(...clocksOfUrgency), cancelled);
  const happened = steps[event.type];
  if (happened === undefined) return book;
  const isAwaited = book.runs.some(({ clock, end }) => clock === happened.meets && end === undefined);
  const met = finish(book, named(happened.meets), { at, how: 'met' });
  return happened.starts !== undefined && isAwaited ? startOnce(met, happened.starts, step) : met;
};
