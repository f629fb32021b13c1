import type { BookRule } from './book-step.js';
import { change, type RunFilter } from './clock-book.js';

/** Who acknowledges an urgent event is told of its clocks no more by rungs that say so; a department, of its own, by an urge. */
export const keepAcknowledged: BookRule = (book, { event, at }) => {
  const acknowledged = (which: RunFilter) => change(book, which, (run) => ({ ...run, acknowledgedAt: at }));
  switch (event.type) {
    case 'UrgencyAcknowledged':
      return acknowledged(() => true);
    case 'UrgeAcknowledged':
      return acknowledged(({ department }) => department === event.data.department);
    default:
      return book;
  }
};
