import { hasReached, urgentStep } from './matter.js';
import { departments } from './people.js';
import type { Rules, Situation } from './rule.js';

const noEpisode = ({ matter }: Situation) => matter.urgent === undefined;
const before = (step: Parameters<typeof hasReached>[1]) => (situation: Situation) =>
  !noEpisode(situation) && !hasReached(situation.matter, step);
const named = ({ body }: Situation) => body['departments'] as readonly string[];

/** R3: urgent and major events, each step in its order, measures at any time. */
export const urgentRules: Rules = {
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
