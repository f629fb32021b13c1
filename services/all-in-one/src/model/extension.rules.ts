import { isHandedIn, isOpen, without, withPart, type Matter, type Part } from './matter.js';
import { decides, type PartSituation, type Rules, type Situation } from './rule.js';
import { leftOf, terms } from './terms.js';
import { holds } from './who-may.js';

const notOpen = ({ matter }: Situation) => !isOpen(matter);
const isUrgent = ({ matter }: Situation) => matter.level === 'urgent';
const noneAsked = ({ part }: PartSituation) => part.extension === undefined;
const isLate = ({ matter, part }: PartSituation) => leftOf(matter, part) < 0;
const ms = (text: unknown) => Temporal.Instant.from(text as string).epochMilliseconds;
/** The time from now that is asked for, or given. */
const more = ({ matter, part, body: { by } }: PartSituation) =>
  (by === undefined ? (part.extension?.by ?? 0) : ms(by)) - matter.now;

/** R4.2 (延期): asked by the handler before the deadline, endorsed by the manager, decided by the coordinator; never of urgent tickets. */
export const extensionRules: Rules = {
  'request-extension': {
    on: 'own part',
    refused: {
      'ticket-not-open': notOpen,
      'urgent-tickets-are-not-extended': isUrgent,
      'result-is-submitted': ({ part }) => isHandedIn(part),
      'extension-already-requested': ({ part }) => part.extension !== undefined,
      'deadline-has-passed': isLate,
      'no-extension-left': ({ part }) => part.extended >= terms.extensions.count,
      'not-later-than-the-deadline': (asked) => more(asked) <= leftOf(asked.matter, asked.part),
    },
    happens: 'ExtensionRequested',
    then: ({ matter, part, body }) => withPart(matter, part.department, { extension: { by: ms(body['by']), endorsed: false } }),
  },
  'endorse-extension': {
    on: 'own part',
    refused: {
      'ticket-not-open': notOpen,
      'no-extension-requested': noneAsked,
      'already-endorsed': ({ part }) => part.extension?.endorsed === true,
    },
    happens: 'ExtensionEndorsed',
    then: ({ matter, part }) =>
      withPart(matter, part.department, { extension: { ...(part.extension as NonNullable<Part['extension']>), endorsed: true } }),
  },
  // Beyond what the policy lets one grant in all it is an executive's.
  'grant-extension': {
    on: 'any part',
    refused: {
      'ticket-not-open': notOpen,
      'urgent-tickets-are-not-extended': isUrgent,
      'no-extension-requested': noneAsked,
      'extension-not-endorsed': ({ part }) => part.extension?.endorsed === false,
      'deadline-has-passed': isLate,
      'not-later-than-the-deadline': (asked) => more(asked) <= leftOf(asked.matter, asked.part),
      'extension-needs-an-executive': (asked) =>
        more(asked) > asked.part.toHandleUnextended + terms.extensions.most && !holds(asked.who, 'leader'),
    },
    happens: 'ExtensionGranted',
    then: (asked) => {
      const decided = decidedOn(asked);
      return withPart(decided, asked.part.department, { extended: asked.part.extended + 1, toHandle: more(asked) });
    },
  },
  // The manager before the endorsement, afterwards whoever decides.
  'refuse-extension': {
    on: 'own part, or any for who decides',
    refused: {
      'ticket-not-open': notOpen,
      'no-extension-requested': noneAsked,
      'already-endorsed': ({ part, who }) => part.extension?.endorsed === true && !decides(who),
    },
    happens: 'ExtensionRefused',
    then: decidedOn,
  },
};

function decidedOn({ matter, part }: PartSituation): Matter {
  return { ...matter, parts: matter.parts.map((one) => (one === part ? without(one, 'extension') : one)) };
}
