import type { ClockName } from '../policy/policy.js';
import type { TicketEvent, TicketEvents } from '../ticket/ticket-events.js';
import type { Ticket } from '../ticket/ticket.js';
import type { BookRule, BookStep } from './book-step.js';
import { finish, named, start, startOnce, type ClockBook } from './clock-book.js';

/** `first-response`, `dispatch`, `resolve`, `reply` and `survey`: what the call centre owes the caller. */
export const ticketClocks: BookRule = (book, step) => startTicketClocks(endTicketClocks(book, step), step);

function startTicketClocks(book: ClockBook, step: BookStep): ClockBook {
  const { event, before, ticket } = step;
  let kept = book;
  if (event.type === 'TicketRegistered') kept = start(kept, 'first-response', step);
  if (event.type === 'TicketRegistered' || event.type === 'TicketReopened' || event.type === 'ReworkOrdered')
    kept = startOnce(kept, 'resolve', step);
  const hasArrived = event.type === 'TicketTransferred';
  if (awaitsDispatch(ticket) && (hasArrived || !(before && awaitsDispatch(before)))) kept = startOnce(kept, 'dispatch', step);
  return event.type === 'ReplyGiven' ? start(kept, 'survey', step) : kept;
}

/** Registered and not settled, returned to the call centre, opened again, or on its own again. */
function awaitsDispatch({ status, attachedTo, duplicateOf }: Ticket): boolean {
  return status === 'registered' && attachedTo === undefined && duplicateOf === undefined;
}

function endTicketClocks(book: ClockBook, step: BookStep): ClockBook {
  const { event, at } = step;
  const names = metBy(event);
  const met = names.length === 0 ? book : finish(book, named(...names), { at, how: 'met' });
  // What the old site had not dispatched is not its any more; the new one gets the time to.
  if (event.type === 'TicketTransferred') return finish(met, named('dispatch'), { at, how: 'cancelled' });
  return endsAll(event) ? finish(met, () => true, { at, how: 'cancelled' }) : met;
}

function metBy(event: TicketEvent): readonly ClockName[] {
  switch (event.type) {
    case 'TicketAnswered':
      return ['first-response', 'dispatch', 'resolve'];
    case 'TicketRefused':
      return ['first-response', 'dispatch'];
    case 'TicketWithdrawn':
      return ['dispatch'];
    case 'TicketRouted':
      return callerWasTold(event.data) ? ['first-response', 'dispatch'] : ['dispatch'];
    case 'TicketDesignated':
    case 'AttachedToEvent':
    case 'LinkedAsDuplicate':
      return ['dispatch'];
    case 'ReplyGiven':
      return ['first-response', 'reply', 'resolve'];
    case 'SurveyRecorded':
      return ['survey'];
    case 'FollowedUp':
      return ['follow-up'];
    case 'TicketClosed':
      return event.data.code === 'unreachable' ? ['reply', 'resolve'] : [];
    default:
      return [];
  }
}

/** By the mark, which is there whether or not the words can be read; events of before it have the words alone. */
function callerWasTold({ toldCaller, noticeToCaller }: TicketEvents['TicketRouted']): boolean {
  return toldCaller === true || typeof noticeToCaller === 'string';
}

/** Closing, withdrawal and refusal end running clocks as cancelled. */
function endsAll({ type }: TicketEvent): boolean {
  return ['TicketClosed', 'TicketWithdrawn', 'TicketRefused'].includes(type);
}
