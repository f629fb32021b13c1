import { partOfRun } from './assignment-clocks.js';
import { both, ofAssignment, partBefore, type BookRule } from './book-step.js';
import { change, finish, named, start } from './clock-book.js';
import { resumeHandle } from './result-clocks.js';

/**
 * A department that leads what it co-handled, or the other way round, keeps its assignment and clocks (deadlines.md, "Routing
 * again"). Only the lead owes `interim-feedback`; and a report that is taken back with the part is reviewed by nobody.
 */
export const changeParts: BookRule = (book, step) => {
  if (step.event.type !== 'TicketRouted' && step.event.type !== 'TicketDesignated') return book;
  return step.ticket.parts.reduce((kept, part) => {
    const before = partBefore(step, part);
    if (before === undefined || before.part === part.part) return kept;
    const cancelled = { at: step.at, how: 'cancelled' } as const;
    const ofOldPart = named(...(part.part === 'lead' ? (['review'] as const) : (['review', 'interim-feedback'] as const)));
    const ended = finish(resumeHandle(kept, part, step.at), both(ofOldPart, ofAssignment(part)), cancelled);
    const changed = change(ended, ofAssignment(part), (run) => ({ ...run, part: part.part }));
    return part.part === 'lead' ? start(changed, 'interim-feedback', step, partOfRun(part)) : changed;
  }, book);
};
