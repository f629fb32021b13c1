import { millisecondsOf } from '@ledgerline/kernel';
import { both, endedParts, ofAssignment, partsNow, startedParts, type BookRule, type BookStep } from './book-step.js';
import { change, finish, named, start, type ClockBook } from './clock-book.js';
import type { ClockName } from '../policy/policy.js';
import type { Part } from '../ticket/ticket.js';

/** `return-request`, `accept`, `handle` and `interim-feedback` start with the assignment, from dispatch and not acceptance. */
export const startAssignments: BookRule = (book, step) =>
  startedParts(step).reduce((kept, part) => {
    const of = partOfRun(part);
    const started = start(start(start(kept, 'return-request', step, of), 'accept', step, of), 'handle', step, of);
    return part.part === 'lead' ? start(started, 'interim-feedback', step, of) : started;
  }, book);

/** Released or returned, a `handle` ends there, charged to its department; the assignment's other clocks are cancelled. */
export const endAssignments: BookRule = (book, step) =>
  endedParts(step).reduce((kept, part) => {
    const end = { at: step.at, how: 'cancelled' } as const;
    const left = ['DepartmentReleased', 'ReturnGranted', 'TicketRouted', 'TicketDesignated', 'TicketTransferred'].includes(
      step.event.type,
    );
    const charged = left ? { ...end, chargedTo: part.department } : end;
    const handled = finish(kept, both(named('handle'), ofAssignment(part)), charged);
    return finish(handled, ofAssignment(part), end);
  }, book);

/** What a department does about its assignment: accept it, ask to give it back, tell the caller, ask for more time. */
export const workAssignments: BookRule = (book, step) => {
  const { event, at } = step;
  const met = { at, how: 'met' } as const;
  switch (event.type) {
    case 'PartAccepted':
      return partsNow(step, 'accepted').reduce(
        (kept, part) => finish(kept, both(named('accept'), ofAssignment(part)), met),
        book,
      );
    case 'ReturnRequested': {
      const asked = finish(book, ofDepartment(step, event.data.department, 'return-request', 'accept'), met);
      return startFor(asked, step, event.data.department, 'return-decision');
    }
    case 'ReturnGranted':
    case 'ReturnRefused':
      return finish(book, ofDepartment(step, event.data.department, 'return-decision'), met);
    case 'ProgressRecorded':
      return event.data.toldCaller ? finish(book, named('interim-feedback'), met) : book;
    case 'ReplyGiven':
    case 'TicketAnswered':
      return finish(book, named('interim-feedback'), met);
    case 'ExtensionRequested':
      return startFor(book, step, event.data.department, 'extension-decision');
    case 'ExtensionRefused':
      return finish(book, ofDepartment(step, event.data.department, 'extension-decision'), met);
    case 'ExtensionGranted': {
      const decided = finish(book, ofDepartment(step, event.data.department, 'extension-decision'), met);
      const by = millisecondsOf(event.data.by);
      return change(decided, ofDepartment(step, event.data.department, 'handle'), (run) => ({
        ...run,
        extensions: [...run.extensions, { at, by, ...(run.part === undefined ? {} : { part: run.part }) }],
      }));
    }
    case 'TicketUrged':
      return startFor(book, step, event.data.department, 'acknowledge-urge');
    case 'UrgeAcknowledged':
      return finish(book, ofDepartment(step, event.data.department, 'acknowledge-urge'), met);
    default:
      return book;
  }
};

function startFor(book: ClockBook, step: BookStep, department: string, clock: ClockName): ClockBook {
  const part = step.ticket.parts.findLast((one) => one.department === department);
  return part ? start(book, clock, step, partOfRun(part)) : book;
}

/** Open runs of the department's assignment as it was when the event came. */
function ofDepartment({ before, ticket }: BookStep, department: string, ...clocks: readonly ClockName[]) {
  const part = (before ?? ticket).parts.findLast((one) => one.department === department);
  return both(named(...clocks), (run) => run.assignment === part?.assignment);
}

export function partOfRun({ department, part, assignment }: Part) {
  return { department, part, assignment };
}
