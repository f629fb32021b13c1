import { handsOff, informed, isOpen, told, without, type Matter } from './matter.js';
import { carried } from './carried.js';
import type { Rules, Situation, TicketRow } from './rule.js';

const notOpen = ({ matter }: Situation) => !isOpen(matter);
const isArchived = ({ matter }: Situation) => matter.status === 'archived';
const stands = ({ status }: Matter) => isOpen({ status }) || status === 'completed';

/** Handled with another one: no department has a part in it, and its urgent episode is the other's. */
const handledThere = (matter: Matter): Matter => ({ ...without(handsOff(matter), 'urgent'), status: 'in-progress' });
/** While it is open it has to be dispatched again; a designation was for the round that is over. */
const onItsOwn = (matter: Matter): Matter => {
  const own = without(matter, 'attachedTo', 'duplicateOf');
  return isOpen(matter) ? { ...own, status: 'registered', designated: false } : own;
};

/** R1.5, R1.6: duplicates, and many callers under one event. */
export const linksRules: Rules = {
  'attach-to-event': {
    on: 'the ticket',
    refused: {
      'ticket-not-open': notOpen,
      ...carried,
      'unknown-ticket': ({ body }) => body['event'] === '@nowhere',
      'same-ticket': ({ body }) => body['event'] === '@self',
      'is-a-parent-event': ({ matter }) => matter.parent,
      'not-a-parent-event': ({ matter, body }) => body['event'] === '@other' || (body['event'] === '@self' && !matter.parent),
      'event-is-over': ({ body }) => body['event'] === '@past-event',
    },
    happens: 'AttachedToEvent',
    then: ({ matter, body }) => ({ ...handledThere(matter), attachedTo: body['event'] as string }),
  },
  'link-duplicate': {
    on: 'the ticket',
    refused: {
      'ticket-not-open': notOpen,
      ...carried,
      'unknown-ticket': ({ body }) => body['of'] === '@nowhere',
      'same-ticket': ({ body }) => body['of'] === '@self',
      'has-duplicates': ({ matter }) => matter.duplicates.length > 0,
      'has-children': ({ matter }) => matter.children > 0,
      'other-is-not-confidential': ({ matter }) => matter.confidential,
      'other-is-over': ({ body }) => body['of'] === '@past-event',
      'other-is-a-duplicate': ({ body }) => body['of'] === '@copy',
    },
    happens: 'LinkedAsDuplicate',
    then: ({ matter, body }) => ({ ...handledThere(matter), duplicateOf: body['of'] as string }),
  },
  // Also of what is closed: else it could never be opened again.
  'detach-from-event': {
    on: 'the ticket',
    refused: { 'ticket-archived': isArchived, 'not-attached': ({ matter }) => matter.attachedTo === undefined },
    happens: 'DetachedFromEvent',
    then: ({ matter }) => onItsOwn(matter),
  },
  'unlink-duplicate': {
    on: 'the ticket',
    refused: { 'ticket-archived': isArchived, 'not-a-duplicate': ({ matter }) => matter.duplicateOf === undefined },
    happens: 'DuplicateUnlinked',
    then: ({ matter }) => onItsOwn(matter),
  },
  // One reply a child: the order is given here, each reply to its child.
  'reply-to-all': {
    on: 'the ticket',
    refused: {
      'not-a-parent-event': ({ matter }) => !matter.parent,
      'nothing-to-reply': ({ matter }) => !hasAnAnswer(matter),
      'has-no-children': ({ matter }) => matter.children === 0,
      'result-is-for-each-caller-alone': ({ matter }) => matter.result === 'for-the-caller-alone',
    },
    happens: 'ReplyToAllOrdered',
    then: ({ matter }) => matter,
  },
  // What the product does by itself, when the other ticket learns of it.
  'reply-in-event': {
    on: 'the ticket',
    refused: {
      'not-its-child': ({ matter, body }) => matter.attachedTo === undefined || matter.attachedTo !== body['event'],
      'nothing-to-reply': notOpen,
    },
    happens: 'ReplyGiven',
    then: ({ matter }) => ({ ...told(matter), surveying: [...matter.surveying, 0] }),
  },
  'note-child': {
    on: 'the ticket',
    refused: {},
    happens: ({ matter }) => [takesChildren(matter) ? 'ChildAttached' : 'ChildRefused'],
    then: ({ matter }) => {
      if (!takesChildren(matter)) return { ...matter, childRefused: true };
      return { ...matter, children: matter.children + 1, childRefused: false };
    },
  },
  'release-child': {
    on: 'the ticket',
    refused: { 'not-its-child': ({ matter }) => matter.children === 0 || matter.childRefused },
    happens: 'ChildDetached',
    then: ({ matter }) => ({ ...matter, children: matter.children - 1 }),
  },
  'note-duplicate': {
    on: 'the ticket',
    refused: {
      'duplicate-already-noted': ({ matter, body }) => takesDuplicates(matter) && isNoted({ matter, body }),
    },
    happens: ({ matter }) => [takesDuplicates(matter) ? 'DuplicateNoted' : 'DuplicateRefused'],
    then: ({ matter, body }) =>
      takesDuplicates(matter) ? { ...matter, duplicates: [...matter.duplicates, body['duplicate'] as string] } : matter,
  },
  'release-duplicate': {
    on: 'the ticket',
    refused: { 'not-its-duplicate': (asked) => !isNoted(asked) },
    happens: 'DuplicateReleased',
    then: ({ matter, body }) => ({ ...matter, duplicates: matter.duplicates.filter((one) => one !== body['duplicate']) }),
  },
  // The caller's word to a duplicate answers what the departments of the other asked.
  'note-duplicate-message': {
    on: 'the ticket',
    refused: { 'not-its-duplicate': (asked) => !isNoted(asked) },
    happens: 'DuplicateMessageNoted',
    then: ({ matter }) => informed(matter),
  },
  'undo-link': ({ matter }): TicketRow => ({
    on: 'the ticket',
    refused: {
      'not-linked-there': ({ matter: { attachedTo, duplicateOf }, body: { other } }) =>
        attachedTo !== other && duplicateOf !== other,
    },
    happens: matter.attachedTo === undefined ? 'DuplicateUnlinked' : 'DetachedFromEvent',
    then: (asked) => onItsOwn(asked.matter),
  }),
};

const isNoted = ({ matter, body }: Pick<Situation, 'matter' | 'body'>) => matter.duplicates.includes(body['duplicate'] as string);
const takesChildren = (matter: Matter) => matter.parent && stands(matter) && matter.duplicateOf === undefined;
const takesDuplicates = (matter: Matter) => stands(matter) && matter.duplicateOf === undefined;

/** Approved and checked, or replied; urgent ones before the approval. */
function hasAnAnswer({ level, status }: Matter): boolean {
  if (['to-reply', 'completed', 'closed'].includes(status)) return true;
  return level === 'urgent' && ['dispatched', 'in-progress', 'in-review'].includes(status);
}
