import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Calendar } from './calendar.js';
import { dueInstant } from './due-instant.js';
import { durationOf } from './work-duration.js';
import { compileCalendar, workBetween } from './working-calendar.js';

interface Published {
  readonly calendars: Readonly<Record<string, Omit<Calendar, 'code'>>>;
  readonly due: readonly { calendar: string; start: string; work: string; due: string; from: string }[];
  readonly between: readonly { calendar: string; start: string; end: string; workingSeconds: number; from: string }[];
}

const published = JSON.parse(
  readFileSync(new URL('../../test-data/working-time/published.json', import.meta.url), 'utf8'),
) as Published;
const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const calendarOf = (code: string) => compileCalendar({ code, ...published.calendars[code] } as Calendar);

describe('cases in the form of interface.md', () => {
  test.each(published.due)('$calendar: $start + $work', ({ calendar, start, work, due }) => {
    expect(dueInstant(calendarOf(calendar), ms(start), durationOf(work))).toBe(ms(due));
  });
  test.each(published.between)('$calendar: $start to $end', ({ calendar, start, end, workingSeconds }) => {
    expect(workBetween(calendarOf(calendar), ms(start), ms(end))).toBe(workingSeconds * 1_000);
  });
});
