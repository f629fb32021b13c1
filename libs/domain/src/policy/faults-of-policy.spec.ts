import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { faultsOfPolicy } from './faults-of-policy.js';
import type { Policy } from './policy.js';

const shipped = (name: string) =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../services/administration/src/installation/shipped/${name}-policy.json`, import.meta.url),
      'utf8',
    ),
  ) as Policy;
const company = shipped('company');
const rule = { clock: 'handle', within: 'P3D', calendar: 'default' };
const withRules = (...clocks: (object | null)[]) => ({ ...company, clocks });
const steps = (...to: (readonly [string, string])[]) =>
  withRules({ ...rule, escalate: to.map(([after, target]) => ({ after, to: target })) });

describe('a policy', () => {
  test.each(['company', 'city-hotline'])('as shipped for a %s has no fault', (name) => {
    expect(faultsOfPolicy(shipped(name))).toEqual([]);
  });

  test.each<[string, object, string, string]>([
    ['a clock that is none', withRules({ ...rule, clock: 'tea' }), '/clocks/0/clock', 'must be one of first-response'],
    ['a limit that is none', withRules({ ...rule, within: '3 days' }), '/clocks/0/within', 'must be PT… or P…D, above zero'],
    ['no limit', withRules({ ...rule, within: 'P0D' }), '/clocks/0/within', 'must be PT… or P…D, above zero'],
    [
      'a condition that is none',
      withRules({ ...rule, when: { colour: 'red' } }),
      '/clocks/0/when/colour',
      'must be one of kind, level',
    ],
    [
      'a level that is none',
      withRules({ ...rule, when: { level: 'huge' } }),
      '/clocks/0/when/level',
      'must be one of general, important',
    ],
    ['a hold for no reason', withRules({ ...rule, holds: ['lunch'] }), '/clocks/0/holds/0', 'must be one of awaiting-caller'],
    [
      'a hold of what is never held',
      withRules({ ...rule, clock: 'accept', holds: ['third-party'] }),
      '/clocks/0/holds/0',
      'this clock takes no holds',
    ],
    ['an urgent clock in working time', withRules({ ...rule, clock: 'decide-urgent' }), '/clocks/0/calendar', 'must be elapsed'],
    ['a warning after the due time', withRules({ ...rule, warnAt: [1.5] }), '/clocks/0/warnAt/0', 'must lie between 0 and 1'],
    [
      'equal specificity',
      withRules({ ...rule, when: { level: 'general' } }, { ...rule, when: { kind: 'complaint' } }),
      '/clocks/1/when',
      'can match together with rule 0',
    ],
    [
      'a fraction of no clock',
      withRules({ ...rule, within: { of: 'resolve', fraction: 0.5 } }),
      '/clocks/0/within/of',
      'no rule starts the clock resolve',
    ],
    [
      'a fraction of itself',
      withRules({ ...rule, within: { of: 'handle', fraction: 0.5 } }),
      '/clocks/0/within/of',
      'goes in a circle',
    ],
    [
      'fractions in a circle',
      withRules(
        { ...rule, within: { of: 'reply', fraction: 0.5 } },
        { ...rule, clock: 'reply', within: { of: 'handle', fraction: 0.5 } },
      ),
      '/clocks/1/within/of',
      'goes in a circle',
    ],
    [
      'an escalation in a circle',
      steps(['PT0S', 'manager'], ['P1D', 'leader'], ['P2D', 'manager']),
      '/clocks/0/escalate/2/to',
      'goes in a circle',
    ],
    ['an escalation to nobody', steps(['PT0S', 'nobody']), '/clocks/0/escalate/0/to', 'must be one of handler'],
    [
      'a rung until something that never happens',
      withRules({ ...rule, escalate: [{ after: 'PT0S', to: 'manager', every: 'P1D', until: 'the cows come home' }] }),
      '/clocks/0/escalate/0/until',
      'must be one of acknowledged, met',
    ],
    ['limits that are none', { ...company, limits: { reworks: -1 } }, '/limits/reworks', 'must be a whole number'],
    ['nobody who replies', { ...company, repliesBy: 'nobody' }, '/repliesBy', 'must be call-centre or department'],
  ])('with %s is not put in force', (_, body, pointer, detail) => {
    const found = faultsOfPolicy(body).find((fault) => fault.pointer === pointer);
    expect(found?.detail).toContain(detail);
  });

  test.each([
    ['one rung after another', steps(['PT0S', 'manager'], ['P1D', 'leader'], ['P5D', 'leader'])],
    [
      'two on a rung, one of them on the next too',
      steps(['PT0S', 'manager'], ['PT0S', 'coordinator'], ['P1D', 'leader'], ['P1D', 'coordinator']),
    ],
    [
      'conditions that cannot both hold',
      withRules({ ...rule, when: { level: 'general' } }, { ...rule, when: { level: 'important' } }),
    ],
    ['a rule and a more specific one', withRules(rule, { ...rule, when: { level: 'important' } })],
    [
      'a fraction of a clock with a limit',
      withRules(rule, { ...rule, clock: 'interim-feedback', within: { of: 'handle', fraction: 0.5 } }),
    ],
  ])('with %s may be', (_, body) => {
    expect(faultsOfPolicy(body)).toEqual([]);
  });

  test('every fault is named, not the first alone', () => {
    const faults = faultsOfPolicy({ ...withRules({ ...rule, clock: 'tea', calendar: 7 }, null), code: 'X', checkResults: 'yes' });
    expect(faults.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/code', '/clocks/0/clock', '/clocks/0/calendar', '/clocks/1', '/clocks/1/clock', '/checkResults']),
    );
  });
});
