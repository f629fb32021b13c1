import type { RecordedEvent } from '@ledgerline/kernel';
import { isActive, type MaybeTicket, type Part, type Ticket } from '../ticket/ticket.js';
import type { TicketEvent } from '../ticket/ticket-events.js';
import type { ClockBook, Moment, RunFilter } from './clock-book.js';

export type RecordedTicketEvent = TicketEvent & Pick<RecordedEvent, 'meta' | 'version'>;

/** One event, with the ticket before and after it. */
export interface BookStep extends Moment {
  readonly event: RecordedTicketEvent;
  readonly before: MaybeTicket;
  readonly ticket: Ticket;
}

/** What a family of clocks makes of an event. */
export type BookRule = (book: ClockBook, step: BookStep) => ClockBook;

const none: readonly Part[] = [];

export function ofAssignment({ assignment }: Part): RunFilter {
  return (run) => run.assignment === assignment;
}

export function both(one: RunFilter, other: RunFilter): RunFilter {
  return (run) => one(run) && other(run);
}

/** The active part of a department, with what it was before the event. */
export function partBefore({ before }: BookStep, { assignment }: Part): Part | undefined {
  return before?.parts.find((part) => part.assignment === assignment);
}

/** Most events change no part: they have the very list that the event found. */
function hasSameParts({ before, ticket }: BookStep): boolean {
  return before?.parts === ticket.parts;
}

export function startedParts(step: BookStep): readonly Part[] {
  if (hasSameParts(step)) return none;
  return step.ticket.parts.filter((part) => part.assignment > (step.before?.assignments ?? 0));
}

/** Parts that were at work before the event and are not any more. */
export function endedParts(step: BookStep): readonly Part[] {
  if (hasSameParts(step)) return none;
  const { before, ticket } = step;
  const active = new Set(ticket.parts.filter(isActive).map(({ assignment }) => assignment));
  return (before?.parts ?? []).filter((part) => isActive(part) && !active.has(part.assignment));
}

/** Parts whose state became this one by the event. */
export function partsNow(step: BookStep, status: Part['status']): readonly Part[] {
  if (hasSameParts(step)) return none;
  return step.ticket.parts.filter((part) => part.status === status && partBefore(step, part)?.status !== status);
}

export function activePartOf({ ticket }: BookStep, department: string): Part | undefined {
  return ticket.parts.find((part) => part.department === department && isActive(part));
}
