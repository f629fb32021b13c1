import { isBeingHandled, isHandedIn, isOpen, partOf, withPart, type Matter } from './matter.js';
import { worksIn } from './people.js';
import { isTheirs, type PartSituation, type Rules, type Situation } from './rule.js';

const notOpen = ({ matter }: Situation) => !isOpen(matter);
/** Also after an urgent reply that came before the approval: a department is at work on it yet. */
const notHandled = ({ matter }: Situation) => !isBeingHandled(matter);
const isOver = ({ matter }: Situation) => !isOpen(matter) && matter.status !== 'completed';
const approved = ({ part }: PartSituation) => part.stage === 'approved';
const isPast = ({ matter }: Situation, at: unknown) => Temporal.Instant.from(at as string).epochMilliseconds <= matter.now;
const same = ({ matter }: { readonly matter: Matter }) => matter;

/** R5, R6.4: tracking, supervision, delay, commitments. */
export const trackingRules: Rules = {
  urge: {
    on: 'any part',
    refused: { 'ticket-not-open': notHandled, 'part-is-approved': approved },
    happens: 'TicketUrged',
    then: ({ matter, part }) => withPart(matter, part.department, { urges: part.urges + 1 }),
  },
  'acknowledge-urge': {
    on: 'own part',
    refused: { 'ticket-not-open': notHandled, 'no-urge-to-acknowledge': ({ part }) => part.urges === 0 },
    happens: 'UrgeAcknowledged',
    then: ({ matter, part }) => withPart(matter, part.department, { urges: 0 }),
  },
  guide: {
    on: 'any part',
    refused: { 'ticket-not-open': notHandled, 'part-is-approved': approved },
    happens: 'GuidanceGiven',
    then: same,
  },
  // (抽查) of any department that has or had a part, also afterwards
  inspect: {
    on: 'the ticket',
    refused: {
      'ticket-archived': ({ matter }) => matter.status === 'archived',
      'department-required': ({ matter, body }) => body['department'] === undefined && matter.known.length > 1,
      'department-has-no-part': ({ matter, body: { department } }) =>
        department === undefined ? matter.known.length === 0 : !matter.known.includes(department as string),
    },
    happens: 'SpotCheckMade',
    then: same,
  },
  // (督办单): with a deadline
  supervise: {
    on: 'any part',
    refused: { 'ticket-not-open': notOpen, 'report-by-has-passed': (asked) => isPast(asked, asked.body['reportBy']) },
    happens: 'SupervisionOrdered',
    then: ({ matter, part }) => ({ ...matter, orders: [...matter.orders, part.department] }),
  },
  // Also by a department whose part has ended since; one report answers all orders that it has.
  'report-back': {
    on: 'the ticket',
    refused: {
      'ticket-is-over': isOver,
      'not-your-department': ({ who, body: { department } }) => department !== undefined && !worksIn(who, department as string),
      'department-required': ({ body, ...asked }) => body['department'] === undefined && owing(asked).length > 1,
      'no-supervision-to-report-on': (asked) =>
        reporting(asked) === undefined && (asked.body['department'] !== undefined || owing(asked).length === 0),
      'not-the-assigned-handler': (asked) => {
        const part = partOf(asked.matter, reporting(asked) ?? '');
        return part !== undefined && !isTheirs(part, asked.who);
      },
    },
    happens: 'SupervisionAnswered',
    then: (asked) => ({ ...asked.matter, orders: asked.matter.orders.filter((one) => one !== reporting(asked)) }),
  },
  // R6.4: to the executive, once an assignment
  'report-overdue': {
    on: 'own part',
    refused: {
      'ticket-not-open': notHandled,
      'result-is-submitted': ({ part }) => isHandedIn(part),
      'overdue-already-reported': ({ part }) => part.overdueTold,
    },
    happens: 'OverdueReported',
    then: ({ matter, part }) => withPart(matter, part.department, { overdueTold: true }),
  },
  'explain-delay': { on: 'the ticket', refused: { 'ticket-not-open': notOpen }, happens: 'DelayExplained', then: same },
  // R6.4 (原则承诺)
  'commit-in-principle': {
    on: 'own part',
    refused: {
      'ticket-not-open': notOpen,
      'not-accepted-yet': ({ part }) => part.stage === 'waiting',
      'result-is-submitted': ({ part }) => isHandedIn(part),
      'follow-up-date-has-passed': (asked) => isPast(asked, asked.body['followUpOn']),
    },
    happens: 'CommittedInPrinciple',
    then: ({ matter }) => ({ ...matter, promises: matter.promises + 1 }),
  },
  // One follow-up tells the caller about all that was promised; also after the reply.
  'follow-up': {
    on: 'the ticket',
    refused: { 'ticket-is-over': isOver, 'nothing-to-follow-up': ({ matter }) => matter.promises === 0 },
    happens: 'FollowedUp',
    then: ({ matter }) => ({ ...matter, promises: 0 }),
  },
};

function owing({ matter, who }: Pick<Situation, 'matter' | 'who'>): readonly string[] {
  return [...new Set(matter.orders)].filter((department) => worksIn(who, department));
}

/** The department that reports: named, or the only one of the asker's that owes a report. */
function reporting({ body: { department }, ...asked }: Situation): string | undefined {
  const own = owing(asked);
  return department === undefined ? (own.length > 1 ? undefined : own[0]) : own.find((one) => one === department);
}
