import { millisecondsOf } from '@ledgerline/kernel';
import type { BookRule } from './book-step.js';
import { change, finish, named, start } from './clock-book.js';

/** Clocks whose date a person named, `follow-up` and `supervision`, and the attempts that `survey` counts. */
export const appointedClocks: BookRule = (book, step) => {
  const { event, at } = step;
  switch (event.type) {
    case 'CommittedInPrinciple': {
      const { department, followUpOn } = event.data;
      return start(book, 'follow-up', step, { department, fixedDue: millisecondsOf(followUpOn) });
    }
    case 'SupervisionOrdered': {
      const { department, reportBy } = event.data;
      return start(book, 'supervision', step, { department, fixedDue: millisecondsOf(reportBy) });
    }
    case 'SupervisionAnswered':
      return finish(book, (run) => run.clock === 'supervision' && run.department === event.data.department, { at, how: 'met' });
    case 'ContactAttempted':
      if (event.data.purpose !== 'survey') return book;
      return change(book, named('survey'), (run) => ({ ...run, attempts: [...(run.attempts ?? []), at] }));
    default:
      return book;
  }
};
