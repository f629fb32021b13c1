import { describe, expect, test } from '@jest/globals';
import { asIfAlwaysInForce, clocksCompared } from './clocks-compared.js';
import { documentOf, historyOf, policyOf, specCalendar, specInstant, specRulebook } from './clock-history.js';
import { rulebookOf } from './rulebook.js';

const rule = { clock: 'resolve', within: 'P3D', calendar: 'default' } as const;
const now = policyOf([rule]);
const calendars = new Map([
  ['default', documentOf('default', 'calendar', ['2026-01-01T00:00:00Z', '2025-12-01T00:00:00Z', specCalendar])],
]);
const version = (body: unknown) => ({ draft: 2, status: 'submitted', body, draftedBy: 'somebody' }) as const;
const tried = (body: unknown) => rulebookOf([asIfAlwaysInForce('policy', 'company', version(body))], calendars);
const events = historyOf(['03-02 09:00', 'TicketRegistered'], ['03-02 10:00', 'MessageAdded', { text: 'x' }]);
const compared = (then: ReturnType<typeof tried>) =>
  clocksCompared(events, [specRulebook(now), then], specInstant('03-02 11:00'));

describe('running clocks by another version', () => {
  test('the same version changes nothing', () => expect(compared(tried(now))).toEqual([]));

  test('another limit gives both due times', () => {
    expect(compared(tried(policyOf([{ ...rule, within: 'PT1H' }])))).toEqual([
      {
        clock: 'resolve',
        instance: 'resolve:1',
        startedAt: '2026-03-02T01:00:00.000Z',
        now: expect.objectContaining({ dueLocal: '2026-03-05T18:00:00+08:00', state: 'running' }),
        then: expect.objectContaining({ dueLocal: '2026-03-02T10:00:00+08:00', state: 'breached' }),
      },
    ]);
  });

  test('a clock that the version does not know would not run, one that it adds would', () => {
    const found = compared(tried(policyOf([{ ...rule, clock: 'dispatch' }])));
    expect(found.map(({ clock, now: before, then }) => [clock, before === null, then === null])).toEqual([
      ['resolve', false, true],
      ['dispatch', true, false],
    ]);
  });

  test('what has ended is judged once and for all', () => {
    const over = historyOf(['03-02 09:00', 'TicketRegistered'], ['03-02 10:00', 'TicketAnswered', { text: 'x' }]);
    const other = tried(policyOf([{ ...rule, within: 'PT1H' }]));
    expect(clocksCompared(over, [specRulebook(now), other], specInstant('03-02 11:00'))).toEqual([]);
  });
});
