import { describe, expect, test } from '@jest/globals';
import type { ClockRule } from '../policy/policy.js';
import {
  accepted,
  historyOf,
  policyOf,
  quality,
  routed,
  specInstant,
  specRulebook,
  two,
  type SpecEvent,
  type SpecTime,
} from './clock-history.js';
import { termsOfTicket } from './terms-of-ticket.js';

const rule = (clock: ClockRule['clock'], within: string, holds?: ClockRule['holds']): ClockRule => ({
  clock,
  within,
  calendar: 'default',
  ...(holds === undefined ? {} : { holds }),
});
const policy = policyOf(
  [
    rule('handle', 'P3D', ['third-party']),
    rule('resolve', 'P5D', ['third-party', 'force-majeure']),
    rule('dispatch', 'PT1H', ['awaiting-caller']),
    rule('return-request', 'PT4H'),
  ],
  { extensions: { count: 1, most: 'P2D' } },
);
const termsAt = (time: SpecTime, history: readonly SpecEvent[]) =>
  termsOfTicket(historyOf(...history), specRulebook(policy), specInstant(time));

describe('what the clocks of a ticket allow', () => {
  test.each<[string, readonly SpecEvent[], Parameters<ReturnType<typeof termsAt>['mayHold']>, boolean]>([
    ['a reason that handle lists', accepted, ['third-party', 'quality'], true],
    ['one that only resolve lists, held with it', accepted, ['force-majeure', 'quality'], true],
    ['none that neither lists', accepted, ['awaiting-caller', 'quality'], false],
    ['of the ticket what its own clocks list', accepted, ['force-majeure', undefined], true],
    ['not what lists a clock that has ended', accepted, ['awaiting-caller', undefined], false],
    ['what lists one that runs', accepted.slice(0, 1), ['awaiting-caller', undefined], true],
  ])('a hold: %s', (_, history, asked, expected) => {
    expect(termsAt('03-02 12:00', history).mayHold(...asked)).toBe(expected);
  });

  test('an extension: from the due time, as far as the policy lets a coordinator go from where it was without extensions', () => {
    expect(termsAt('03-03 12:00', accepted).extension('quality')).toEqual({
      due: specInstant('03-05 18:00'),
      count: 1,
      most: specInstant('03-09 18:00'),
    });
    const held: readonly SpecEvent[] = [
      ...accepted,
      ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }],
      ['03-04 10:00', 'HoldEnded', quality],
    ];
    const extended: readonly SpecEvent[] = [
      ...held,
      ['03-04 12:00', 'ExtensionGranted', { ...quality, by: '2026-03-09T04:00:00Z' }],
    ];
    expect(termsAt('03-05 12:00', extended).extension('quality')).toEqual({
      due: specInstant('03-09 12:00'),
      count: 1,
      most: specInstant('03-10 18:00'),
    });
    expect(termsAt('03-03 12:00', two).extension('logistics')).toBeUndefined();
  });

  test('a return: until its time is over, and for whom it never ran', () => {
    expect(termsAt('03-02 15:30', routed).returnHasLapsed('quality')).toBe(false);
    expect(termsAt('03-02 15:31', routed).returnHasLapsed('quality')).toBe(true);
    expect(termsAt('03-02 15:31', routed).returnHasLapsed('logistics')).toBe(false);
    const refused: readonly SpecEvent[] = [
      ...routed,
      ['03-02 11:00', 'ReturnRequested', quality],
      ['03-02 12:00', 'ReturnRefused', quality],
    ];
    expect(termsAt('03-02 15:30', refused).returnHasLapsed('quality')).toBe(false);
    expect(termsAt('03-02 15:31', refused).returnHasLapsed('quality')).toBe(true);
  });
});
