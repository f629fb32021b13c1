import { describe, expect, test } from '@jest/globals';
import type { Calendar } from './calendar.js';
import { deadlineSentence } from './deadline-sentence.js';
import { dueInstant } from './due-instant.js';
import { deadlineSteps, instantOf } from './explain-deadline.js';
import { durationOf } from './work-duration.js';
import { compileCalendar } from './working-calendar.js';

const shifts = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
] as const;
const china: Calendar = {
  code: 'default',
  timeZone: 'Asia/Shanghai',
  week: { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts },
  holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  makeUpDays: { '2026-10-10': 'thu' },
  exceptions: { '2026-10-12': [['09:00', '11:00']] },
};
const calendar = compileCalendar(china);
const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

function explained(start: string, work: string, timekeeper: typeof calendar | 'elapsed' = calendar) {
  const limit = durationOf(work);
  const due = dueInstant(timekeeper, ms(start), limit) as number;
  const steps = deadlineSteps(timekeeper, ms(start), due, limit);
  return { steps, ...deadlineSentence(timekeeper === 'elapsed' ? { elapsedIn: 'UTC' } : china, limit, steps) };
}

describe('a deadline explains itself', () => {
  test('working time, day by day, with what lies between', () => {
    const { steps, zh, en } = explained('2026-09-30T17:00+08:00', 'PT4H');
    expect(steps).toEqual([
      { step: 'starts', at: '2026-09-30T09:00:00Z', local: '2026-09-30T17:00:00+08:00', date: '2026-09-30' },
      { step: 'counts', from: '2026-09-30', to: '2026-09-30', days: 1, because: 'week', seconds: 3_600 },
      { step: 'free', from: '2026-10-01', to: '2026-10-07', days: 7, because: 'holiday' },
      { step: 'counts', from: '2026-10-08', to: '2026-10-08', days: 1, because: 'week', seconds: 10_800 },
      { step: 'due', at: '2026-10-08T04:00:00Z', local: '2026-10-08T12:00:00+08:00' },
    ]);
    expect(en).toBe(
      '4 h of working time on calendar default (Asia/Shanghai) from 2026-09-30 17:00: 2026-09-30 1 h; 2026-10-01 to 2026-10-07 holidays; 2026-10-08 3 h; due 2026-10-08 12:00.',
    );
    expect(zh).toBe(
      '按日历 default（Asia/Shanghai），自 2026-09-30 17:00 起计 4 小时工作时间：2026-09-30 计 1 小时；2026-10-01 至 2026-10-07 节假日不计；2026-10-08 计 3 小时。到期 2026-10-08 12:00。',
    );
  });

  test('whole days, over a make-up workday and a day with hours of its own', () => {
    const { steps, zh, en } = explained('2026-10-08T10:00+08:00', 'P4D');
    expect(steps.slice(1, -1)).toEqual([
      { step: 'counts', from: '2026-10-09', to: '2026-10-09', days: 1, because: 'week' },
      { step: 'counts', from: '2026-10-10', to: '2026-10-10', days: 1, because: 'make-up', as: 'thu' },
      { step: 'free', from: '2026-10-11', to: '2026-10-11', days: 1, because: 'week' },
      { step: 'counts', from: '2026-10-12', to: '2026-10-12', days: 1, because: 'exception' },
      { step: 'counts', from: '2026-10-13', to: '2026-10-13', days: 1, because: 'week' },
    ]);
    expect(en).toContain(
      '2026-10-10 (make-up workday, as a Thursday) 1 day; 2026-10-11 off; 2026-10-12 (hours of its own) 1 day',
    );
    expect(zh).toContain('2026-10-10（调休上班日，按周四）计 1 天；2026-10-11 休息不计；2026-10-12（当日另定班次）计 1 天');
  });

  test('elapsed time in a word', () => {
    const { zh, en } = explained('2026-10-08T10:00+08:00', 'PT90M', 'elapsed');
    expect(en).toBe('1 h 30 min of elapsed time from 2026-10-08 02:00 (UTC); due 2026-10-08 03:30.');
    expect(zh).toBe('自 2026-10-08 02:00（UTC）起按自然时间计 1 小时 30 分钟，到期 2026-10-08 03:30。');
  });

  test('a long way without a step for every week of it, adding up all the same', () => {
    const { steps } = explained('2026-10-08T10:00+08:00', 'P900D');
    expect(steps.length).toBeLessThan(65);
    const days = steps.reduce((sum, step) => sum + (step.step === 'counts' || step.step === 'further' ? (step.days ?? 0) : 0), 0);
    expect(days).toBe(900);
    const hours = explained('2026-10-08T10:00+08:00', 'PT9000H').steps;
    const seconds = hours.reduce((sum, step) => sum + ('seconds' in step ? (step.seconds ?? 0) : 0), 0);
    expect(seconds).toBe(9_000 * 3_600);
  });

  test('the seconds of the days add up to the limit, and all days between are told', () => {
    for (const work of ['PT1S', 'PT7H30M', 'PT7H31M', 'PT40H', 'PT123H4M5S']) {
      const { steps } = explained('2026-09-28T08:00+08:00', work);
      const seconds = steps.reduce((sum, step) => sum + ('seconds' in step ? (step.seconds ?? 0) : 0), 0);
      expect(seconds * 1_000).toBe((durationOf(work) as { milliseconds: number }).milliseconds);
    }
  });
});

test('instants are written as Temporal writes them: the identities of steps rest on it', () => {
  const ends = [0, 1, 10, 100, 120, 123, 999, 1_000, 86_399_999, 1_772_400_000_000, -1, -62_135_596_800_000, 253_402_300_799_999];
  for (const base of ends)
    for (const instant of [base, base + 7, base + 250_000, base - 86_400_001])
      expect(instantOf(instant)).toBe(Temporal.Instant.fromEpochMilliseconds(instant).toString());
});
