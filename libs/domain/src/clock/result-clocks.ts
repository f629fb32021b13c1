import type { Part } from '../ticket/ticket.js';
import { leadOf } from '../ticket/ticket.js';
import { partOfRun } from './assignment-clocks.js';
import { both, ofAssignment, partsNow, type BookRule } from './book-step.js';
import { change, finish, named, start, startOnce, type ClockBook } from './clock-book.js';
import type { ClockRun, Suspension } from './clock-run.js';

/** Submitting suspends `handle` and starts the manager's `review`; nobody decides on more time for it any more. */
export const submitParts: BookRule = (book, step) =>
  partsNow(step, 'submitted').reduce((kept, part) => {
    const undecided = both(named('extension-decision'), ofAssignment(part));
    const settled = finish(kept, undecided, { at: step.at, how: 'cancelled' });
    const suspended = change(settled, handleOf(part), (run) => ({
      ...run,
      submittedAt: step.at,
      suspensions: [...run.suspensions, { from: step.at, why: 'review' }],
    }));
    return start(suspended, 'review', step, partOfRun(part));
  }, book);

/** The manager's word ends the `review`; a co-handler's `handle` gets its verdict, the lead's goes to the check (or, unchecked, to the reply). */
export const reviewParts: BookRule = (book, step) => {
  const { event, at } = step;
  if (event.type !== 'PartApproved' && event.type !== 'PartSentBack') return book;
  const part = step.ticket.parts.findLast(({ department }) => department === event.data.department);
  if (part === undefined) return book;
  const decided = finish(resumeHandle(book, part, at), both(named('review'), ofAssignment(part)), { at, how: 'met' });
  if (event.type === 'PartSentBack') return decided;
  // Nobody acknowledges an urge, or decides on a return, of what is done.
  const moot = both(named('acknowledge-urge', 'return-decision'), ofAssignment(part));
  const reviewed = finish(decided, moot, { at, how: 'cancelled' });
  if (leadOf(step.ticket)?.assignment !== part.assignment) return finish(reviewed, handleOf(part), { at, how: 'met' });
  const isReplied = step.ticket.status === 'completed';
  if (isReplied) return finish(reviewed, handleOf(part), { at, how: 'met' });
  if (event.data.unchecked) return startOnce(finish(reviewed, handleOf(part), { at, how: 'met' }), 'reply', step);
  const suspended = change(reviewed, handleOf(part), suspend({ from: at, why: 'check' }));
  return startOnce(suspended, 'check', step);
};

/** The call centre's check: accepted, `handle` has its verdict and `reply` starts; rejected, `handle` runs on. */
export const checkResults: BookRule = (book, step) => {
  const { event, at, before } = step;
  // What another ticket carries has no result of its own to check, and to tell, any more: `resolve` alone goes on.
  if (event.type === 'AttachedToEvent' || event.type === 'LinkedAsDuplicate')
    return finish(book, named('check', 'reply'), { at, how: 'cancelled' });
  if (event.type !== 'ResultAccepted' && event.type !== 'ResultRejected') return book;
  const checked = finish(book, named('check'), { at, how: 'met' });
  const lead = before && leadOf(before);
  if (lead === undefined) return checked;
  const resumed = resumeHandle(checked, lead, at);
  if (event.type === 'ResultRejected') return resumed;
  return startOnce(finish(resumed, handleOf(lead), { at, how: 'met' }), 'reply', step);
};

/** A reply before approval (urgent tickets): the `review` runs from the reply (deadlines.md, "Urgent"). */
export const reviewAfterReply: BookRule = (book, step) => {
  if (step.event.type !== 'ReplyGiven') return book;
  const open = book.runs.filter((run) => run.clock === 'review' && run.end === undefined);
  return open.reduce((kept, { instance, department, part, assignment }) => {
    const stopped = finish(kept, (run) => run.instance === instance, { at: step.at, how: 'cancelled' });
    const of = { ...(department === undefined ? {} : { department }), ...(part === undefined ? {} : { part }) };
    return start(stopped, 'review', step, { ...of, ...(assignment === undefined ? {} : { assignment }) });
  }, book);
};

function handleOf(part: Part) {
  return both(named('handle'), ofAssignment(part));
}

function suspend(suspension: Suspension) {
  return (run: ClockRun): ClockRun => ({ ...run, suspensions: [...run.suspensions, suspension] });
}

/** `handle` runs on. */
export function resumeHandle(book: ClockBook, part: Part, at: number): ClockBook {
  return change(book, handleOf(part), (run) => ({
    ...run,
    suspensions: run.suspensions.map((suspension) => (suspension.to === undefined ? { ...suspension, to: at } : suspension)),
  }));
}
