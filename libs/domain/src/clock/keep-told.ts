import type { BookRule } from './book-step.js';
import type { ClockBook } from './clock-book.js';

/** Imported tickets are left alone until a live command touches them (ADR 0001, rule 8). */
export const keepLife: BookRule = (book, { event, at }) =>
  book.liveFrom !== undefined || event.meta.origin !== undefined ? book : { ...book, liveFrom: at };

/** Since when the ticket is over; reopened or archived it is so no more. */
export const keepEnd: BookRule = (book, { ticket: { status }, at }) => {
  const isOver = status === 'closed' || status === 'refused' || status === 'withdrawn';
  if (isOver === (book.overSince !== undefined)) return book;
  if (isOver) return { ...book, overSince: at };
  const { overSince: _before, ...open } = book;
  return open;
};

/** What the ticker has told, for as long as the clock runs. */
export const keepTold: BookRule = (book, { event }) => {
  switch (event.type) {
    case 'DeadlineWarned':
    case 'DeadlineBreached':
    case 'DeadlineEscalated':
    case 'ExecutivesAlerted':
      return bookTold(book, event.data.step);
    default:
      return book;
  }
};

/** A step was told; what was told of clocks that have ended is let go. */
export function bookTold(book: ClockBook, step: string): ClockBook {
  const [key, repeat = '0'] = step.split(repeatMark) as [string, string?];
  const open = new Set(book.runs.filter(({ end }) => end === undefined).map(({ instance }) => instance));
  const kept = Object.entries(book.told ?? {}).filter(([told]) => open.has(instanceIn(told)));
  return { ...book, told: { ...Object.fromEntries(kept), [key]: Number(repeat) + 1 } };
}

/** Between a step's identity and the number of its repeat. */
export const repeatMark = '~';

function instanceIn(step: string): string {
  return step.slice(0, step.search(/[@#]/));
}
