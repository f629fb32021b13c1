import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MaintenancePlan } from './equipment.js';
import type { MaintenanceSchedule } from './equipment-events.js';
import { maintenanceOn, nextMaintenance } from './maintenance-dates.js';
import { reminderDue, remindsOfMaintenanceAt } from './maintenance-reminders.js';

/** Monday to Friday, and the first week of October off. */
const works = (date: string) => Temporal.PlainDate.from(date).dayOfWeek <= 5 && !/^2026-10-0[1-7]$/.test(date);

describe('when maintenance is due next', () => {
  test.each<[string, MaintenanceSchedule, string, { plannedOn: string; dueOn: string } | undefined]>([
    ['so many days after it was last done', { everyDays: 30 }, '2026-03-02', { plannedOn: '2026-04-01', dueOn: '2026-04-01' }],
    ['a month has no 31st', { everyMonths: 1 }, '2026-01-31', { plannedOn: '2026-02-28', dueOn: '2026-02-27' }],
    [
      'before a week of holidays, not after it',
      { everyMonths: 6 },
      '2026-04-05',
      { plannedOn: '2026-10-05', dueOn: '2026-09-30' },
    ],
    ['a day off after a day off stays', { everyDays: 1 }, '2026-03-07', { plannedOn: '2026-03-08', dueOn: '2026-03-08' }],
    [
      'the next of its dates, in whatever order they stand',
      { dates: ['2026-09-01', '2026-03-03'] },
      '2026-03-03',
      { plannedOn: '2026-09-01', dueOn: '2026-09-01' },
    ],
    ['no more dates', { dates: ['2026-03-03'] }, '2026-03-03', undefined],
  ])('%s', (_name, schedule, after, wanted) => expect(nextMaintenance(schedule, after, works)).toEqual(wanted));

  test('never on the day after which it is, nor later than planned, and on a working day where there is one between', () => {
    const day = fc.integer({ min: 0, max: 4_000 }).map((n) => Temporal.PlainDate.from('2026-01-01').add({ days: n }).toString());
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (after, everyDays) => {
        const { plannedOn, dueOn } = nextMaintenance({ everyDays }, after, works) as NonNullable<
          ReturnType<typeof nextMaintenance>
        >;
        expect(dueOn > after && dueOn <= plannedOn).toBe(true);
        if (everyDays > 9) expect(works(dueOn)).toBe(true);
      }),
    );
  });

  test('a calendar that never works moves nothing', () => {
    expect(maintenanceOn('2026-03-03', '2026-01-01', () => false).dueOn).toBe('2026-03-03');
  });
});

const plan: MaintenancePlan = {
  plan: 1, title: 'x', schedule: { everyMonths: 3 }, remindDays: [1, 7], remindTime: '09:00', timeZone: 'Asia/Shanghai',
  plannedAt: '2026-03-01T00:00:00.000Z', due: { plannedOn: '2026-03-20', dueOn: '2026-03-20' },
}; // prettier-ignore

/** What is told as time passes, one look a day. */
function told(one: MaintenancePlan, from: string, days: number): readonly number[] {
  const said: number[] = [];
  let equipment = { plans: [one] };
  for (let day = 0; day < days; day += 1) {
    const now = Temporal.Instant.from(from)
      .add({ hours: day * 24 })
      .toString({ fractionalSecondDigits: 3 });
    const reminder = reminderDue(equipment, now);
    if (reminder === undefined) continue;
    said.push(reminder.daysLeft);
    const { dueOn, daysLeft } = reminder;
    equipment = { plans: equipment.plans.map((plan) => ({ ...plan, reminded: { dueOn, daysLeft } })) };
  }
  return said;
}

describe('reminders of maintenance', () => {
  test('come before it is due, on the day, the day after and each week from then on', () => {
    expect(told(plan, '2026-03-01T02:00:00.000Z', 40)).toEqual([7, 1, 0, -1, -8, -15]);
  });

  test('of those that a stop has heaped up the last is told, once', () => {
    expect(told(plan, '2026-03-29T02:00:00.000Z', 3)).toEqual([-8]);
  });

  test('that lay before there was a plan never come', () => {
    expect(told({ ...plan, plannedAt: '2026-03-15T00:00:00.000Z' }, '2026-03-15T02:00:00.000Z', 6)).toEqual([1, 0]);
  });

  test('nor do those of the day on which it was done, or before', () => {
    const weekly = { ...plan, schedule: { everyDays: 7 }, lastDoneOn: '2026-03-13' };
    expect(told(weekly, '2026-03-13T02:00:00.000Z', 9)).toEqual([1, 0, -1]);
    expect(told({ ...weekly, lastDoneOn: '2026-03-12' }, '2026-03-13T02:00:00.000Z', 9)).toEqual([7, 1, 0, -1]);
  });

  test('go by the wall time of the site, on either side of a change to summer time', () => {
    const paris = { ...plan, timeZone: 'Europe/Paris', due: { plannedOn: '2026-03-30', dueOn: '2026-03-30' }, remindDays: [3] };
    expect(remindsOfMaintenanceAt({ plans: [paris] })).toBe('2026-03-27T08:00:00.000Z');
    const reminded = { dueOn: '2026-03-30', daysLeft: 3 };
    expect(remindsOfMaintenanceAt({ plans: [{ ...paris, reminded }] })).toBe('2026-03-30T07:00:00.000Z');
  });

  test('come to an end, and of what has ended there are none', () => {
    const { due: _due, ...over } = plan;
    expect(remindsOfMaintenanceAt({ plans: [{ ...plan, ended: true }, over] })).toBeUndefined();
    expect(told(plan, '2026-03-21T02:00:00.000Z', 400).length).toBe(53);
  });
});
