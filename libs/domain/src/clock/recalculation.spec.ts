import { describe, expect, test } from '@jest/globals';
import type { Calendar } from '../calendar/calendar.js';
import type { ClockRule } from '../policy/policy.js';
import {
  accepted as handling,
  documentOf,
  historyOf,
  policyOf,
  specCalendar,
  specInstant,
  type SpecEvent,
} from './clock-history.js';
import { clocksOfTicket } from './clocks-of-ticket.js';
import { rulebookOf } from './rulebook.js';

const handle: ClockRule = { clock: 'handle', within: 'P3D', calendar: 'default' };

describe('a corrected document', () => {
  const at = '2026-03-06T02:00:00Z';
  const rulebook = (policyFrom: string, calendar: Calendar, approvedAt = '2026-03-06T01:00:00Z') =>
    rulebookOf(
      [
        documentOf(
          'company',
          'policy',
          ['2026-01-01T00:00:00Z', '2025-12-01T00:00:00Z', policyOf([handle])],
          [policyFrom, approvedAt, policyOf([{ ...handle, within: 'P5D' }])],
        ),
      ],
      new Map([
        [
          'default',
          documentOf(
            'default',
            'calendar',
            ['2026-01-01T00:00:00Z', '2025-12-01T00:00:00Z', specCalendar],
            ['2026-01-01T00:00:00Z', approvedAt, calendar],
          ),
        ],
      ]),
    );
  const judged = (book: ReturnType<typeof rulebookOf>, events = historyOf(...handling), asOf = at) =>
    clocksOfTicket(events, book, Temporal.Instant.from(asOf).epochMilliseconds).clocks[0];

  test('gives a recalculation beside the verdict, which stays', () => {
    const clock = judged(rulebook('2026-01-01T00:00:00Z', specCalendar));
    expect(clock).toMatchObject({
      state: 'breached',
      due: '2026-03-05T10:00:00Z',
      verdict: { verdict: 'breached' },
      explanation: { policy: { version: 1 } },
    });
    expect(clock?.recalculation).toMatchObject({
      due: '2026-03-09T10:00:00Z',
      verdict: null,
      explanation: { policy: { version: 2 } },
    });
  });

  test('so does a corrected calendar', () => {
    const holidays = { ...specCalendar, holidays: ['2026-03-04'] };
    const clock = judged(rulebook('2027-01-01T00:00:00Z', holidays));
    expect(clock).toMatchObject({ due: '2026-03-05T10:00:00Z', explanation: { calendar: { version: 1 } } });
    expect(clock?.recalculation).toMatchObject({ due: '2026-03-06T10:00:00Z', explanation: { calendar: { version: 2 } } });
  });

  test('in force from later on, or not approved yet, changes nothing', () => {
    expect(judged(rulebook('2026-03-03T00:00:00Z', specCalendar, '2026-03-02T00:00:00Z'))?.recalculation).toBeUndefined();
    expect(
      judged(rulebook('2026-01-01T00:00:00Z', specCalendar), historyOf(...handling), '2026-03-06T00:59:59Z')?.recalculation,
    ).toBeUndefined();
  });

  test('is what later clocks start by', () => {
    const later: readonly SpecEvent[] = [...handling, ['03-06 09:30', 'TicketDesignated', { lead: 'logistics' }]];
    const clocks = clocksOfTicket(
      historyOf(...later),
      rulebook('2026-03-06T00:00:00Z', specCalendar, '2026-03-05T00:00:00Z'),
      specInstant('03-06 10:00'),
    ).clocks;
    expect(clocks.map(({ explanation }) => explanation.policy.version)).toEqual([1, 2]);
  });

  test('imports are judged by what was known when they were written down', () => {
    const imported = historyOf(...handling).map((event) => ({
      ...event,
      meta: { ...event.meta, recordedAt: '2026-03-06T01:30:00.000Z' },
    }));
    expect(judged(rulebook('2026-01-01T00:00:00Z', specCalendar), imported)).toMatchObject({
      due: '2026-03-09T10:00:00Z',
      explanation: { policy: { version: 2 } },
    });
  });
});
