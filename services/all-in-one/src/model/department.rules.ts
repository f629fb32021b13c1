import {
  informed,
  coHandlersOf,
  isBeingHandled,
  isHandedIn,
  isOpen,
  leadOf,
  withPart,
  without,
  type Matter,
  type Part,
} from './matter.js';
import { handlesFor } from './people.js';
import type { PartSituation, Rules, Situation } from './rule.js';
import { holds } from './who-may.js';

const notOpen = ({ matter }: Situation) => !isOpen(matter);
const notHandled = ({ matter }: Situation) => !isBeingHandled(matter);
const notAccepted = ({ part }: PartSituation) => part.stage === 'waiting';
const handedIn = ({ part }: PartSituation) => isHandedIn(part);

/** R4: handling in the departments, from acceptance to the manager's review. */
export const departmentRules: Rules = {
  accept: {
    on: 'own part',
    refused: { 'ticket-not-open': notHandled, 'already-accepted': ({ part }) => part.stage !== 'waiting' },
    happens: 'PartAccepted',
    // A handler who accepts what nobody was assigned becomes its handler; a manager does not.
    then: ({ matter, part, who }) => {
      const handler = part.handler ?? (holds(who, 'manager') ? undefined : who.name);
      return moved(matter, part, 'in-progress', { stage: 'working', ...(handler === undefined ? {} : { handler }) });
    },
  },
  'assign-handler': {
    on: 'own part',
    refused: {
      'ticket-not-open': notHandled,
      'part-is-approved': ({ part }) => part.stage === 'approved',
      'not-a-handler-of-the-department': ({ part, body }) => !handlesFor(body['handler'] as string, part.department),
      'already-the-handler': ({ part, body }) => part.handler === body['handler'],
    },
    happens: 'HandlerAssigned',
    then: ({ matter, part, body }) => withPart(matter, part.department, { handler: body['handler'] as string }),
  },
  'record-progress': {
    on: 'own part',
    refused: { 'ticket-not-open': notHandled, 'not-accepted-yet': notAccepted },
    happens: 'ProgressRecorded',
    then: ({ matter, body }) => (body['toldCaller'] === true ? toldHowItGoes(matter) : matter),
  },
  // R4.1: the co-handler's part
  report: {
    on: 'own part',
    refused: {
      'ticket-not-open': notHandled,
      'lead-submits-a-result': ({ part }) => part.role === 'lead',
      'not-accepted-yet': notAccepted,
      'already-reported': handedIn,
    },
    happens: 'ReportSubmitted',
    then: ({ matter, part }) => handIn(matter, part),
  },
  // R4.1, R4.3: only when the co-handlers have reported or been released
  'submit-result': {
    on: 'own part',
    refused: {
      'ticket-not-open': notHandled,
      'not-the-lead-department': ({ part }) => part.role !== 'lead',
      'not-accepted-yet': notAccepted,
      'result-is-submitted': handedIn,
      'co-handlers-have-not-reported': ({ matter }) => !coHandlersOf(matter).every(isHandedIn),
      'confidential-reason-required': ({ body }) => body['publishable'] === false && body['confidentialReason'] === undefined,
    },
    happens: 'ResultSubmitted',
    then: ({ matter, part, body }) => ({
      ...handIn(matter, part),
      result: body['publishable'] === true ? 'for-everybody' : 'for-the-caller-alone',
    }),
  },
  // R4.3 (审核把关); the lead's approval waits for the co-handlers'
  'approve-result': {
    on: 'own part',
    refused: {
      'ticket-not-open': notHandled,
      'nothing-to-review': ({ part }) => part.stage !== 'submitted',
      'co-handlers-are-not-approved': ({ matter, part }) =>
        part.role === 'lead' && !coHandlersOf(matter).every(({ stage }) => stage === 'approved'),
    },
    happens: 'PartApproved',
    then: ({ matter, part }) => moved(matter, part, 'to-check', { stage: 'approved', urges: 0, returnAsked: false }),
  },
  'send-back-result': {
    on: 'own part',
    refused: { 'ticket-not-open': notHandled, 'nothing-to-review': ({ part }) => part.stage !== 'submitted' },
    happens: 'PartSentBack',
    then: ({ matter, part }) => moved(matter, part, 'in-progress', { stage: 'working' }),
  },
  // R4.2: the department asks the caller.
  'request-information': {
    on: 'own part',
    refused: {
      'ticket-not-open': notOpen,
      'not-accepted-yet': notAccepted,
      'result-is-submitted': handedIn,
      'information-already-requested': ({ part }) => part.asked !== undefined,
    },
    happens: 'InformationRequested',
    then: ({ matter, part }) => withPart(matter, part.department, { asked: 0 }),
  },
  'receive-information': {
    on: 'the ticket',
    refused: {
      'ticket-not-open': notHandled,
      'no-information-requested': ({ matter }) => matter.parts.every(({ asked }) => asked === undefined),
    },
    happens: 'InformationReceived',
    then: ({ matter }) => informed(matter),
  },
};

/** The lead's part carries the ticket along; what was replied to before its approval stays completed meanwhile. */
function moved(matter: Matter, part: Part, status: Matter['status'], change: Partial<Part>): Matter {
  const next = withPart(matter, part.department, change);
  return part.role !== 'lead' || matter.status === 'completed' ? next : { ...next, status };
}

/** What is handed in waits for nobody: holds, questions and open requests end with it. */
function handIn(matter: Matter, part: Part): Matter {
  const parts = matter.parts.map((one) =>
    one === part ? { ...without(part, 'hold', 'asked', 'extension'), stage: 'submitted' as const } : one,
  );
  const next = { ...matter, parts };
  return part.role !== 'lead' || matter.status === 'completed' ? next : { ...next, status: 'in-review' };
}

/** deadlines.md, `interim-feedback`, of the lead's assignment. */
function toldHowItGoes(matter: Matter): Matter {
  const lead = leadOf(matter);
  return lead === undefined ? matter : withPart(matter, lead.department, { told: true });
}
