import type { ClockRule, Policy, RoutingTable } from '@ledgerline/domain';
import { lead } from './people.js';
import { terms } from './terms.js';

const hours = (milliseconds: number) => `PT${milliseconds / 3_600_000}H`;
const rule = (clock: ClockRule['clock'], within: ClockRule['within'], more: Partial<ClockRule> = {}): ClockRule => ({
  clock,
  within,
  calendar: 'elapsed',
  escalate: [],
  ...more,
});

/** `terms` as a governed document: a rule for every clock of deadlines.md, all in elapsed time. */
export const policy: Policy = {
  code: 'default',
  effectiveFrom: '2026-01-01T00:00:00Z',
  clocks: [
    rule('first-response', 'PT2H'),
    rule('dispatch', 'PT1H', { holds: terms.holds.dispatch }),
    rule('return-request', hours(terms.toReturn)),
    rule('accept', 'PT2H'),
    rule('return-decision', 'PT4H'),
    rule('handle', hours(terms.toHandle), { holds: terms.holds.handle, warnAt: [0.5], escalate: [{ after: 'PT1H', to: 'manager' }] }),
    rule('handle', hours(terms.toHandleUrgently), { holds: terms.holds.handle, when: { level: 'urgent' } }),
    rule('interim-feedback', { of: 'handle', fraction: 0.5 }),
    rule('extension-decision', 'PT4H'),
    rule('review', 'PT4H'),
    rule('check', 'PT4H'),
    rule('reply', 'PT8H', { holds: terms.holds.reply }),
    rule('resolve', 'P5D', { holds: terms.holds.resolve }),
    rule('return-call', hours(terms.toCallBack), { warnAt: [0.5], escalate: [{ after: 'PT0S', to: 'coordinator', every: 'PT1H' }] }),
    rule('survey', 'P2D'),
    rule('acknowledge-urge', 'PT2H'),
    rule('measures-urgent', 'PT30M'),
    rule('acknowledge-urgent', 'PT15M'),
    rule('decide-urgent', 'PT2H'),
    rule('hand-down-urgent', 'PT30M'),
    rule('explain-urgent', 'PT4H'),
  ],
  extensions: { count: terms.extensions.count, most: hours(terms.extensions.most) },
  limits: {
    replyAttempts: 3, surveyAttempts: terms.surveyAttempts, returnCallAttempts: terms.returnCallAttempts, reworks: 1, returns: terms.returns, dissatisfied: terms.dissatisfied,
    callerSilence: hours(terms.callerSilence), similar: { count: 10, within: 'PT1H' },
  },
  repliesBy: 'call-centre',
  checkResults: true,
}; // prettier-ignore

/** Faults go to `quality`; the rest is a person's to decide. */
export const routingTable: RoutingTable = {
  code: 'default',
  effectiveFrom: '2026-01-01T00:00:00Z',
  rules: [{ when: { item: 'fault' }, lead, coHandling: [] }],
  fallback: 'call-centre',
};
