import {
  coHandlersOf,
  isHandedIn,
  isOpen,
  isBeingHandled,
  leadOf,
  leaves,
  withPart,
  without,
  handsOff,
  type Matter,
  type Part,
} from './matter.js';
import { carried } from './carried.js';
import type { Rules, Situation } from './rule.js';
import { freshStopwatches, keepsLead, terms } from './terms.js';
import { holds } from './who-may.js';
import { departments } from './people.js';

const notOpen = ({ matter }: Situation) => !isOpen(matter);
const theLead = ({ body }: Situation) => body['lead'] as string;
const theOthers = ({ body }: Situation) => (body['coHandling'] ?? []) as readonly string[];
const isUnknown = (department: string) => ![...departments, 'call-centre'].includes(department);
const isIn = (matter: Matter) => {
  const lead = leadOf(matter);
  return lead !== undefined && isHandedIn(lead);
};

/** R2: referral by authority. */
export const routingRules: Rules = {
  // R2.1, R2.3; deadlines.md, "Routing again"
  route: {
    on: 'the ticket',
    refused: {
      'unknown-department': (asked) => [theLead(asked), ...theOthers(asked)].some(isUnknown),
      'ticket-not-open': notOpen,
      ...carried,
      'lead-is-co-handling-too': (asked) => theOthers(asked).includes(theLead(asked)),
      'ticket-concerns-department': (asked) => [theLead(asked), ...theOthers(asked)].some((one) => one === asked.matter.about),
      'result-is-submitted': ({ matter }) => isIn(matter),
      'designation-is-final': ({ matter }) => matter.designated,
      // Of the table that the model is tried under: faults go to `quality` alone, the rest to a person.
      'routing-needs-a-coordinator': (asked) =>
        !holds(asked.who, 'coordinator') &&
        !(asked.matter.item === 'fault' && theLead(asked) === 'quality' && theOthers(asked).length === 0),
    },
    happens: 'TicketRouted',
    then: (asked) => {
      const { matter, body } = asked;
      const now = routed(matter, theLead(asked), theOthers(asked));
      return body['noticeToCaller'] === undefined ? now : { ...now, responded: true };
    },
  },
  // R2.2: after two granted returns, final unless an executive changes it.
  designate: {
    on: 'the ticket',
    refused: {
      'unknown-department': (asked) => isUnknown(theLead(asked)),
      'ticket-not-open': notOpen,
      ...carried,
      'ticket-concerns-department': (asked) => theLead(asked) === asked.matter.about,
      'result-is-submitted': ({ matter }) => isIn(matter),
      'designation-is-final': ({ matter, who }) => matter.designated && !holds(who, 'leader'),
      'too-few-returns-to-designate': ({ matter }) => !matter.designated && matter.returns < terms.returns,
    },
    happens: 'TicketDesignated',
    then: (asked) => {
      const others = coHandlersOf(asked.matter).map(({ department }) => department);
      return {
        ...routed(
          asked.matter,
          theLead(asked),
          others.filter((one) => one !== theLead(asked)),
        ),
        designated: true,
      };
    },
  },
  // R2.4: the other site's call centre has to dispatch it; `south` is closed.
  'transfer-site': {
    on: 'the ticket',
    refused: {
      'unknown-site': ({ body }) => !['main', 'north'].includes(body['site'] as string),
      'ticket-not-open': notOpen,
      ...carried,
      'already-at-site': ({ matter, body }) => body['site'] === matter.site,
      'result-is-submitted': ({ matter }) => isIn(matter),
    },
    happens: 'TicketTransferred',
    then: ({ matter, body }) => ({
      // Who is released with it did not handle it.
      ...without(matter, 'hold', ...(leadOf(matter) === undefined ? [] : (['handledBy'] as const))),
      site: body['site'] as string,
      dispatchedHere: false,
      designated: false,
      status: 'registered',
      parts: [],
    }),
  },
  // R2.2 (退单申请), in time
  'request-return': {
    on: 'own part',
    refused: {
      'ticket-not-open': notOpen,
      'result-is-submitted': ({ part }) => isHandedIn(part),
      'return-already-requested': ({ part }) => part.returnAsked,
      'designation-is-final': ({ matter, part }) => matter.designated && part.role === 'lead',
      'time-to-return-is-over': ({ part }) => part.toReturn < 0,
    },
    happens: 'ReturnRequested',
    then: ({ matter, part }) => withPart(matter, part.department, { returnAsked: true, returnUsed: true }),
  },
  // R2.2 (退单审核): what is handed in is reviewed and not given back.
  'grant-return': {
    on: 'any part',
    refused: {
      'ticket-not-open': notOpen,
      'no-return-requested': ({ part }) => !part.returnAsked,
      'result-is-submitted': ({ part }) => isHandedIn(part),
    },
    happens: 'ReturnGranted',
    then: ({ matter, part }) => {
      const rest = leaves(matter, part.department);
      // Who gave it back did not handle it.
      return part.role === 'lead' ? { ...without(rest, 'handledBy'), status: 'registered', returns: matter.returns + 1 } : rest;
    },
  },
  'refuse-return': {
    on: 'any part',
    refused: {
      'ticket-not-open': ({ matter }) => !isBeingHandled(matter),
      'no-return-requested': ({ part }) => !part.returnAsked,
    },
    happens: 'ReturnRefused',
    then: ({ matter, part }) => withPart(matter, part.department, { returnAsked: false }),
  },
  // R4.1: so that the lead need not wait for it.
  'release-department': {
    on: 'any part',
    refused: {
      'ticket-not-open': ({ matter }) => !isBeingHandled(matter),
      'lead-cannot-be-released': ({ part }) => part.role === 'lead',
    },
    happens: 'DepartmentReleased',
    then: ({ matter, part }) => leaves(matter, part.department),
  },
  // deadlines.md, "Rework": a new assignment for the same lead with new clocks.
  rework: {
    on: 'the ticket',
    refused: {
      ...carried,
      'ticket-not-completed': ({ matter }) => matter.status !== 'completed',
      'no-department-handled-it': ({ matter }) => matter.handledBy === undefined,
      'not-the-lead-department': ({ matter, body: { department } }) =>
        department !== undefined && matter.handledBy !== undefined && department !== matter.handledBy,
    },
    happens: 'ReworkOrdered',
    then: ({ matter }) => reworked(matter),
  },
  // R8.1: by the system once after dissatisfaction
  'rework-dissatisfied': {
    on: 'the ticket',
    refused: {
      ...carried,
      'ticket-not-completed': ({ matter }) => matter.status !== 'completed',
      'caller-is-not-dissatisfied': ({ matter }) => (matter.survey?.dissatisfied ?? []).length === 0,
      'reworks-used-up': ({ matter }) => matter.reworksByItself > 0,
      'no-department-handled-it': ({ matter }) => matter.handledBy === undefined,
    },
    happens: 'ReworkOrdered',
    then: ({ matter }) => ({ ...reworked(matter), reworksByItself: matter.reworksByItself + 1 }),
  },
  // R2.1: automatic where the table is unambiguous, once; the rest is a person's to decide.
  'route-by-table': {
    on: 'the ticket',
    refused: {
      'ticket-not-open': notOpen,
      ...carried,
      'already-dispatched': ({ matter }) => matter.status !== 'registered' || matter.dispatchedHere,
      'routing-needs-a-person': ({ matter }) => matter.item !== 'fault',
    },
    happens: 'TicketRouted',
    then: ({ matter }) => routed(matter, 'quality', []),
  },
};

function reworked(matter: Matter): Matter {
  const again = { ...handsOff(matter), tries: [] };
  return { ...routed(again, matter.handledBy as string, []), reworks: matter.reworks + 1, rejections: 0 };
}

/** Departments named again keep assignment and clocks, also as co-handler instead of lead; others are released, new ones start. */
export function routed(matter: Matter, lead: string, coHandling: readonly string[]): Matter {
  const again = (department: string, role: Part['role']): Part => {
    const kept = matter.parts.find((part) => part.department === department);
    if (kept?.role === role) return kept;
    // What it handed in was for its old part; what is approved is done with.
    if (kept === undefined || kept.stage === 'approved') return newPart(matter, department, role);
    return { ...kept, role, stage: kept.stage === 'submitted' ? 'working' : kept.stage, told: false };
  };
  const parts = [again(lead, 'lead'), ...coHandling.map((department) => again(department, 'co-handling'))];
  return {
    ...matter,
    parts,
    known: [...new Set([...matter.known, lead, ...coHandling])],
    handledBy: lead,
    dispatchedHere: true,
    status: parts[0]?.stage === 'waiting' ? 'dispatched' : 'in-progress',
    rejections: keepsLead(matter, lead) ? matter.rejections : 0,
  };
}

function newPart(matter: Matter, department: string, role: Part['role']): Part {
  return {
    department,
    role,
    stage: 'waiting',
    returnAsked: false,
    returnUsed: false,
    extended: 0,
    urges: 0,
    overdueTold: false,
    told: false,
    ...freshStopwatches(matter.level === 'urgent'),
  };
}
