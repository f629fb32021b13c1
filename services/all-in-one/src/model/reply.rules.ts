import { isCarried } from './carried.js';
import { isBeingHandled, isOpen, leadOf, over, told, withPart, type Matter, type Try } from './matter.js';
import type { Rules, Situation, TicketRow } from './rule.js';
import { terms } from './terms.js';
import { holds } from './who-may.js';

/** The policy that the model is tried under lets the call centre reply. */
const notCallCentre = ({ who }: Situation) => !holds(who, 'agent');
const noReplyDue = ({ matter }: Situation) => !isReplyDue(matter);
const spoken = ['phone', 'in-person'];
const isConcerned = ({ matter, who }: Situation) => matter.about !== undefined && who.departments.includes(matter.about);

/** R8.1: not by a department that handled it. */
const handledItself = ({ matter, who }: Situation) =>
  [...matter.ended, ...matter.parts].some(({ department }) => who.departments.includes(department));
const isSurveyable = ({ status }: Matter) => status === 'completed' || status === 'closed';
const nothingToSurvey = ({ matter }: Situation) => matter.survey === undefined || !isSurveyable(matter);
const surveyed = ({ matter }: Situation) => matter.survey?.dissatisfied !== undefined;
const noAttemptLeft = ({ matter }: Situation) => (matter.survey?.attempts ?? 0) >= terms.surveyAttempts;

/** R7, R8: what is said to the caller, and what the caller says of it. */
export const replyRules: Rules = {
  // The approved text unless another is given; of urgent tickets before the approval (deadlines.md, "Urgent").
  reply: {
    on: 'the ticket',
    refused: {
      'nothing-to-reply': noReplyDue,
      'call-centre-replies': notCallCentre,
      'reply-has-no-text': ({ matter, body }) => body['text'] === undefined && !hasWords(matter),
      'identity-not-verified': ({ matter, body }) => matter.result === 'for-the-caller-alone' && body['verifiedBy'] === undefined,
    },
    happens: 'ReplyGiven',
    then: ({ matter }) => {
      const lead = leadOf(matter);
      const replied = { ...told(matter), surveying: [...matter.surveying, 0] };
      return lead === undefined ? replied : withPart(replied, lead.department, { told: true });
    },
  },
  // R7.1, R8.1: each try to reach the caller, for the reply or for the survey
  'record-contact-attempt': ({ body }) => (body['purpose'] === 'reply' ? tryToReply : tryToSurvey),
  survey: {
    on: 'the ticket',
    refused: {
      'nothing-to-survey': nothingToSurvey,
      'already-surveyed': surveyed,
      'survey-attempts-used-up': noAttemptLeft,
      'surveyed-by-the-handling-department': handledItself,
      'ticket-concerns-department': isConcerned,
    },
    happens: 'SurveySent',
    then: ({ matter, body }) => {
      const { sentBy = [], ...survey } = matter.survey ?? { attempts: 0 };
      const channel = body['channel'] as string;
      return { ...matter, survey: { ...survey, sentBy: [...sentBy.filter((one) => one !== channel), channel] } };
    },
  },
  // Also after the last attempt: a caller who answers after all is heard.
  'record-survey': {
    on: 'the ticket',
    refused: {
      'nothing-to-survey': nothingToSurvey,
      'already-surveyed': surveyed,
      'surveyed-by-the-handling-department': handledItself,
      'ticket-concerns-department': isConcerned,
    },
    happens: 'SurveyRecorded',
    then: ({ matter, body }) => {
      const dissatisfied = ['outcome', 'service', 'timeliness'].filter((of) => (body[of] as number) <= terms.dissatisfied);
      return { ...matter, surveying: [], survey: { ...(matter.survey ?? { attempts: 0, sentBy: [] }), dissatisfied } };
    },
  },
  // R7.2: what may be published, once the caller has it, without personal data
  publish: {
    on: 'the ticket',
    refused: {
      'ticket-not-completed': ({ matter }) => !isSurveyable(matter),
      'result-not-approved': ({ matter }) => matter.status === 'completed' && isBeingHandled(matter),
      'result-not-publishable': ({ matter }) => matter.confidential || matter.result !== 'for-everybody',
      'already-published': ({ matter }) => matter.published,
      'contains-personal-data': ({ body }) => (body['text'] as string).includes('Wang'),
    },
    happens: 'ResultPublished',
    then: ({ matter }) => ({ ...matter, published: true }),
  },
  'withdraw-publication': {
    on: 'the ticket',
    refused: { 'not-published': ({ matter }) => !matter.published },
    happens: 'PublicationWithdrawn',
    then: ({ matter }) => ({ ...matter, published: false }),
  },
  // R8.2: completed (办结) is not closed (结案); with a code that fits what happened.
  close: {
    on: 'the ticket',
    refused: {
      'ticket-not-completed': ({ matter, body }) => ofCompleted.includes(body['code'] as string) && matter.status !== 'completed',
      'caller-is-dissatisfied': ({ matter, body }) =>
        body['code'] === 'resolved' && (matter.survey?.dissatisfied ?? []).length > 0,
      'ticket-not-withdrawn': ({ matter, body }) => body['code'] === 'withdrawn' && matter.status !== 'withdrawn',
      'ticket-not-refused': ({ matter, body }) => body['code'] === 'refused' && matter.status !== 'refused',
      'not-linked-as-duplicate': ({ matter, body }) => body['code'] === 'duplicate' && matter.duplicateOf === undefined,
      'ticket-is-over': ({ matter, body }) => body['code'] === 'duplicate' && !isOpen(matter) && matter.status !== 'completed',
      'caller-has-been-reached': ({ matter, body }) => body['code'] === 'unreachable' && matter.status === 'completed',
      'nothing-to-reply': ({ matter, body }) => body['code'] === 'unreachable' && matter.status !== 'to-reply',
      'caller-not-tried-enough': ({ matter, body }) => body['code'] === 'unreachable' && !isUnreachable(matter.tries),
    },
    happens: 'TicketClosed',
    then: ({ matter, body }) => ({ ...over(matter, 'closed'), closedAs: body['code'] as string }),
  },
};

const ofCompleted = ['resolved', 'partly-resolved', 'explained', 'unfounded'];

const tryToReply: TicketRow = {
  on: 'the ticket',
  refused: { 'nothing-to-reply': noReplyDue, 'call-centre-replies': notCallCentre },
  happens: 'ContactAttempted',
  then: ({ matter, body }) => {
    const outcome = body['outcome'] as Try['outcome'];
    return {
      ...matter,
      tries: [...matter.tries, { at: matter.now, spoken: spoken.includes(body['channel'] as string), outcome }],
    };
  },
};

const tryToSurvey: TicketRow = {
  on: 'the ticket',
  refused: {
    'not-allowed': notCallCentre,
    'nothing-to-survey': nothingToSurvey,
    'already-surveyed': surveyed,
    'survey-attempts-used-up': noAttemptLeft,
    'surveyed-by-the-handling-department': handledItself,
    'ticket-concerns-department': isConcerned,
  },
  happens: 'ContactAttempted',
  then: ({ matter }) => ({
    ...matter,
    survey: { ...(matter.survey ?? { sentBy: [] }), attempts: (matter.survey?.attempts ?? 0) + 1 },
    // The last attempt ends the clock.
    surveying: matter.surveying.map((attempts) => attempts + 1).filter((attempts) => attempts < terms.surveyAttempts),
  }),
};

/** Also to the caller of what another ticket carries (R1.6: handled once, replied to singly). */
function isReplyDue(matter: Matter): boolean {
  const { status, level } = matter;
  if (isOpen(matter) && isCarried(matter)) return true;
  return status === 'to-reply' || (level === 'urgent' && ['dispatched', 'in-progress', 'in-review'].includes(status));
}

/** What was sent back to the department is not what the caller is told. */
function hasWords({ status, result }: Matter): boolean {
  return result !== undefined && (status === 'to-reply' || status === 'in-review');
}

/** R7.1: three attempts on two days at different hours, plus a message. */
function isUnreachable(tries: readonly Try[]): boolean {
  const { days, hours, message } = howFarTried(tries);
  return hours >= 3 && days >= 2 && message;
}

export function howFarTried(tries: readonly Try[]): { readonly days: number; readonly hours: number; readonly message: boolean } {
  const failed = tries.filter(({ spoken: word, outcome }) => outcome === 'no-answer' || (outcome === 'message-left' && word));
  const times = failed.map(({ at }) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Shanghai'));
  return {
    days: new Set(times.map((time) => time.toPlainDate().toString())).size,
    hours: new Set(times.map(({ hour }) => hour)).size,
    message: tries.some(({ outcome }) => outcome === 'message-left'),
  };
}
