import { handsOff, informed, isOpen, leadOf, told, withPart, without, over, type Matter } from './matter.js';
import { itemsKnown } from './bodies.js';
import { carried } from './carried.js';
import type { Rules, Situation } from './rule.js';
import { holds } from './who-may.js';

const notOpen = ({ matter }: Situation) => !isOpen(matter);
const dispatched = ({ matter }: Situation) => isOpen(matter) && matter.status !== 'registered';

/** R2.3 (回避): nobody reviews what is about their own department. */
const isConcerned = ({ matter, who }: Situation) => matter.about !== undefined && who.departments.includes(matter.about);

/** R1, R8: what the call centre does itself. */
export const intakeRules: Rules = {
  // R1.4: a simple matter, while no department is at work on it.
  answer: {
    on: 'the ticket',
    refused: {
      'ticket-not-open': notOpen,
      'already-dispatched': dispatched,
      'departments-are-at-work': ({ matter }) => matter.status === 'registered' && matter.parts.length > 0,
    },
    happens: 'TicketAnswered',
    then: ({ matter }) => told(matter),
  },
  // R1.2, but not to or from urgent.
  reclassify: {
    on: 'the ticket',
    refused: {
      'ticket-not-open': ({ matter: { status } }) => ['closed', 'archived', 'refused', 'withdrawn'].includes(status),
      'unknown-item': ({ body: { item } }) => item !== undefined && !itemsKnown.includes(item as string),
      'urgency-has-its-own-command': ({ matter, body }) =>
        ((body['level'] ?? matter.level) === 'urgent') !== (matter.level === 'urgent'),
      'nothing-to-change': ({ matter, body }) =>
        (['level', 'kind', 'item'] as const).every((fact) => body[fact] === undefined || body[fact] === matter[fact]),
    },
    happens: 'TicketReclassified',
    then: ({ matter, body: { level = matter.level, kind = matter.kind, item = matter.item } }) =>
      ({ ...matter, level, kind, item, ...hiddenBy(kind as string, matter) }) as Matter,
  },
  // R1.3: out of scope.
  refuse: {
    on: 'the ticket',
    refused: { 'ticket-not-open': notOpen, 'already-dispatched': dispatched },
    happens: 'TicketRefused',
    then: ({ matter }) => over(matter, 'refused'),
  },
  // R8.2 (撤单)
  withdraw: {
    on: 'the ticket',
    refused: { 'ticket-not-open': notOpen },
    happens: 'TicketWithdrawn',
    then: ({ matter }) => over(matter, 'withdrawn'),
  },
  // R1.5; a message from the caller answers what departments asked (deadlines.md, "Holds").
  'add-message': {
    on: 'the ticket',
    refused: {
      'ticket-archived': ({ matter }) => matter.status === 'archived',
      'callers-speak-for-themselves': ({ who, body }) => who.kind === 'caller' && body['from'] !== 'caller',
    },
    // It shows with the other for as long as they are linked.
    happens: ({ matter }) => (matter.duplicateOf === undefined ? ['MessageAdded'] : ['MessageAdded', 'MessageShared']),
    then: ({ matter, body }) => ({ ...(body['from'] === 'caller' ? informed(matter) : matter), messages: matter.messages + 1 }),
  },
  // R4.3: the call centre's check.
  'accept-result': {
    on: 'the ticket',
    refused: { 'nothing-to-check': ({ matter }) => matter.status !== 'to-check', 'ticket-concerns-department': isConcerned },
    happens: 'ResultAccepted',
    then: ({ matter }) => ({ ...matter, status: 'to-reply' }),
  },
  // R4.3: once a round of handling; again only by the coordinator.
  'reject-result': {
    on: 'the ticket',
    refused: {
      'nothing-to-check': ({ matter }) => matter.status !== 'to-check',
      'ticket-concerns-department': isConcerned,
      'already-rejected-once': ({ matter, who }) => matter.rejections > 0 && !holds(who, 'coordinator'),
    },
    happens: 'ResultRejected',
    then: ({ matter }) => {
      const department = leadOf(matter)?.department as string;
      return { ...withPart(matter, department, { stage: 'working' }), status: 'in-progress', rejections: matter.rejections + 1 };
    },
  },
  // R8.2: the whole history stays; it has to be dispatched anew.
  reopen: {
    on: 'the ticket',
    refused: {
      'ticket-archived': ({ matter: { status } }) => status === 'archived',
      'ticket-not-ended': ({ matter }) => isOpen(matter),
      ...carried,
    },
    happens: 'TicketReopened',
    then: ({ matter }) =>
      urgentAgain({
        ...without(handsOff(matter), 'closedAs', 'overSince'),
        status: 'registered',
        designated: false,
        tries: [],
      }),
  },
};

/** R3: an urgent event that comes up again begins with its first step; one that nobody has finished goes on. */
function urgentAgain(matter: Matter): Matter {
  if (matter.level !== 'urgent' || (matter.urgent !== undefined && matter.urgent.step !== 'explained')) return matter;
  return { ...matter, urgent: { step: 'raised', measures: 0 } };
}

/** R2.3: whoever reported wrongdoing stays hidden from departments, whatever it is called later. */
export function hiddenBy(kind: string, { hidden }: Pick<Matter, 'hidden'>): Pick<Matter, 'hidden'> {
  if (hidden !== undefined) return { hidden };
  return kind === 'report-wrongdoing' ? { hidden: { asked: [], known: [] } } : {};
}
