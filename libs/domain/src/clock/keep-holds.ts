import { isActive } from '../ticket/ticket.js';
import { activePartOf, endedParts, partsNow, type BookRule } from './book-step.js';
import { endHolds, hold } from './clock-book.js';

/** When holds begin and end, whichever way: by word, by the caller's answer, or because what was held is done. */
export const keepHolds: BookRule = (book, step) => {
  const { event, at, before, ticket } = step;
  let kept = book;
  for (const part of [...endedParts(step), ...partsNow(step, 'submitted')])
    kept = endHolds(kept, ({ assignment }) => assignment === part.assignment, at);
  if (before?.hold !== undefined && ticket.hold !== before.hold)
    kept = endHolds(kept, ({ department }) => department === undefined, at);
  switch (event.type) {
    case 'PutOnHold': {
      const { department, reason } = event.data;
      const span = { reason, information: false, from: at };
      if (department === undefined) return hold(kept, span);
      const part = activePartOf(step, department);
      return part ? hold(kept, { ...span, department, assignment: part.assignment }) : kept;
    }
    case 'HoldEnded':
      return endHolds(kept, ({ department, information }) => !information && department === event.data.department, at);
    case 'InformationRequested': {
      const part = activePartOf(step, event.data.department);
      const span = { reason: 'awaiting-caller', information: true, from: at } as const;
      return part ? hold(kept, { ...span, department: part.department, assignment: part.assignment }) : kept;
    }
    case 'CallerFellSilent':
      return endHolds(kept, ({ department, information }) => information && department === event.data.department, at);
    case 'InformationReceived':
    case 'MessageAdded':
    case 'DuplicateMessageNoted':
      return ticket.parts.some((part) => isActive(part) && part.awaitsInformation)
        ? kept
        : endHolds(kept, ({ information }) => information, at);
    default:
      return kept;
  }
};
