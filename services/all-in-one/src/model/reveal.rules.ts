import { isOpen } from './matter.js';
import type { Rules, Situation } from './rule.js';

const isOver = ({ matter }: Situation) => !isOpen(matter) && matter.status !== 'completed';
const asked = ({ matter }: Situation) => matter.hidden?.asked ?? [];
/** Named, or the only department that asks. */
const meant = (situation: Situation) => {
  const { department } = situation.body;
  return asked(situation).find((one) => department === undefined || one.department === department);
};

/** R2.3: who reported wrongdoing is revealed to a department by an executive alone, and on record. */
export const revealRules: Rules = {
  'request-reveal': {
    on: 'own part, or any for who decides',
    refused: {
      'ticket-is-over': isOver,
      'identity-not-hidden': ({ matter }) => matter.hidden === undefined,
      'already-revealed': ({ matter, part }) => matter.hidden?.known.includes(part.department) === true,
      'reveal-already-requested': ({ part, ...situation }) =>
        asked(situation).some(({ department }) => department === part.department),
    },
    happens: 'RevealRequested',
    then: ({ matter, part: { department }, who }) => {
      const { asked: before = [], known = [] } = matter.hidden ?? {};
      return { ...matter, hidden: { asked: [...before, { department, by: who.name }], known } };
    },
  },
  // Nobody approves what they asked for themselves.
  'grant-reveal': {
    on: 'the ticket',
    refused: {
      'ticket-is-over': isOver,
      'department-required': (situation) => situation.body['department'] === undefined && asked(situation).length > 1,
      'no-reveal-requested': (situation) => meant(situation) === undefined,
      'own-request': (situation) => meant(situation)?.by === situation.who.name,
    },
    happens: 'RevealGranted',
    then: (situation) => {
      const { matter } = situation;
      const department = meant(situation)?.department as string;
      const { asked: before = [], known = [] } = matter.hidden ?? {};
      return {
        ...matter,
        hidden: { asked: before.filter((one) => one.department !== department), known: [...known, department] },
      };
    },
  },
};
