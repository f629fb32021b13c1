import { isBeingHandled, isHandedIn, isOpen, withPart, without, type HoldReason, type Matter } from './matter.js';
import { worksIn } from './people.js';
import { isTheirs, type PartRow, type Refusals, type TicketRow, type Rules, type Situation } from './rule.js';
import { reasonsToHold } from './terms.js';

const notOpen = ({ matter }: Situation) => !isOpen(matter);
const notHandled = ({ matter }: Situation) => !isBeingHandled(matter);
const notAllowed = (matter: Matter, department: string | undefined, { reason }: Situation['body']) =>
  !reasonsToHold(matter, department).includes(reason as HoldReason);

/** R4.2 (挂起), deadlines.md, "Holds": with a department its clocks and `resolve`, without the ticket's own. */
export const holdRules: Rules = {
  hold: ({ body: { department } }) => (department === undefined ? holdTicket : holdPart),
  resume: ({ body: { department } }) => (department === undefined ? resumeTicket : resumePart),
};

const holdPart: PartRow = {
  on: 'own part',
  refused: {
    'ticket-not-open': notOpen,
    'result-is-submitted': ({ part }) => isHandedIn(part),
    'already-on-hold': ({ part }) => part.hold !== undefined,
    'reason-not-allowed-by-policy': ({ matter, part, body }) => notAllowed(matter, part.department, body),
  },
  happens: 'PutOnHold',
  then: ({ matter, part, body }) => withPart(matter, part.department, { hold: body['reason'] as HoldReason }),
};

const resumePart: PartRow = {
  on: 'own part',
  refused: { 'ticket-not-open': notHandled, 'not-on-hold': ({ part }) => part.hold === undefined },
  happens: 'HoldEnded',
  then: ({ matter, part }) => ({ ...matter, parts: matter.parts.map((one) => (one === part ? without(one, 'hold') : one)) }),
};

/** The ticket's own clocks: whoever of a department at work on it may act for that department. */
const notTheirs: Refusals<Situation> = {
  'not-your-department': ({ matter, who }) =>
    !who.departments.includes('*') && !matter.parts.some(({ department }) => worksIn(who, department)),
  'not-the-assigned-handler': ({ matter, who }) => {
    const own = matter.parts.filter(({ department }) => worksIn(who, department));
    return own.length > 0 && !own.some((part) => isTheirs(part, who));
  },
};

const holdTicket: TicketRow = {
  on: 'the ticket',
  refused: {
    'ticket-not-open': notOpen,
    ...notTheirs,
    'already-on-hold': ({ matter }) => matter.hold !== undefined,
    'reason-not-allowed-by-policy': ({ matter, body }) => notAllowed(matter, undefined, body),
  },
  happens: 'PutOnHold',
  then: ({ matter, body }) => ({ ...matter, hold: body['reason'] as HoldReason }),
};

const resumeTicket: TicketRow = {
  on: 'the ticket',
  refused: { 'ticket-not-open': notHandled, ...notTheirs, 'not-on-hold': ({ matter }) => matter.hold === undefined },
  happens: 'HoldEnded',
  then: ({ matter }) => without(matter, 'hold') as Matter,
};
