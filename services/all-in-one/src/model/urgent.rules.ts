import { carried } from './carried.js';
import { hasReached, isOpen, urgentStep, without, type Matter } from './matter.js';
import { departments } from './people.js';
import type { Rules, Situation } from './rule.js';
import { terms } from './terms.js';

const noEpisode = ({ matter }: Situation) => matter.urgent === undefined;
const before = (step: Parameters<typeof hasReached>[1]) => (situation: Situation) =>
  !noEpisode(situation) && !hasReached(situation.matter, step);
const named = ({ body }: Situation) => body['departments'] as readonly string[];

/** R3: urgent and major events, each step in its order, measures at any time. */
export const urgentRules: Rules = {
  // R3: agents raise, only a coordinator lowers; what another ticket carries is raised there.
  'escalate-urgent': {
    on: 'the ticket',
    refused: {
      'ticket-not-open': ({ matter }) => !isOpen(matter),
      ...carried,
      'already-urgent': ({ matter }) => matter.urgent !== undefined,
    },
    happens: 'UrgencyRaised',
    then: ({ matter }) => ({ ...raised(matter), urgent: { step: 'raised', measures: 0 } }),
  },
  // To the level from which it was raised, unless another is named.
  'downgrade-urgent': {
    on: 'the ticket',
    refused: {
      'ticket-not-open': ({ matter }) => !isOpen(matter),
      'not-urgent': ({ matter }) => matter.level !== 'urgent',
    },
    happens: 'UrgencyLowered',
    then: ({ matter, body }) => {
      const level = (body['level'] ?? matter.calm ?? 'important') as NonNullable<Matter['calm']>;
      const parts = matter.parts.map((part) => without(part, 'toHandleUrgently'));
      return { ...without(matter, 'urgent', 'calm'), parts, level };
    },
  },
  'record-measure': {
    on: 'the ticket',
    refused: { 'no-urgent-episode': noEpisode },
    happens: 'MeasureRecorded',
    then: ({ matter }) => ({
      ...matter,
      ...(matter.urgent && { urgent: { ...matter.urgent, measures: matter.urgent.measures + 1 } }),
    }),
  },
  'acknowledge-urgent': {
    on: 'the ticket',
    refused: {
      'no-urgent-episode': noEpisode,
      'urgency-already-acknowledged': ({ matter }) => hasReached(matter, 'acknowledged'),
    },
    happens: 'UrgencyAcknowledged',
    then: ({ matter }) => urgentStep(matter, 'acknowledged'),
  },
  'record-decision': {
    on: 'the ticket',
    refused: { 'no-urgent-episode': noEpisode, 'urgency-not-acknowledged': before('acknowledged') },
    happens: 'DecisionRecorded',
    then: ({ matter }) => urgentStep(matter, 'decided'),
  },
  // Not to those that the ticket is about (R2.3).
  'hand-down-decision': {
    on: 'the ticket',
    refused: {
      'unknown-department': (asked) => named(asked).some((one) => ![...departments, 'call-centre'].includes(one)),
      'no-urgent-episode': noEpisode,
      'nothing-decided-yet': before('decided'),
      'ticket-concerns-department': (asked) => named(asked).some((one) => one === asked.matter.about),
    },
    happens: 'DecisionHandedDown',
    then: ({ matter }) => urgentStep(matter, 'handed-down'),
  },
  'explain-decision': {
    on: 'the ticket',
    refused: { 'no-urgent-episode': noEpisode, 'decision-not-handed-down': before('handed-down') },
    happens: 'DecisionExplained',
    then: ({ matter }) => urgentStep(matter, 'explained'),
  },
};

/** The earlier of the old due time and the raise with the limit (deadlines.md, "Change of level"). */
function raised(matter: Matter): Matter {
  if (matter.level === 'urgent') return matter;
  const parts = matter.parts.map((part) => ({ ...part, toHandleUrgently: terms.toHandleUrgently }));
  return { ...matter, level: 'urgent', calm: matter.level, parts };
}
