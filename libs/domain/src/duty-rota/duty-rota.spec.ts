import { describe, expect, test } from '@jest/globals';
import { executivesOnDuty, type DutyRota } from './duty-rota.js';
import { faultsOfDutyRota } from './faults-of-duty-rota.js';

const rota: DutyRota = {
  code: 'default',
  effectiveFrom: '2026-01-01T00:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  order: ['boss', 'vice', 'third'],
  rota: [
    { executive: 'vice', days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '18:00', to: '08:00' },
    { executive: 'third', days: ['sat', 'sun'], from: '00:00', to: '00:00' },
    { executive: 'deputy', dates: ['2026-10-01'], from: '00:00', to: '00:00' },
  ],
};

function on(time: string, of: DutyRota = rota): readonly string[] {
  return executivesOnDuty(of, Temporal.Instant.from(`${time}:00+08:00`).epochMilliseconds);
}

describe('who is on duty', () => {
  test.each([
    ['a Monday at noon: nobody has a turn, the first of the order', '2026-03-02T12:00', ['boss', 'vice', 'third']],
    ['a Monday evening', '2026-03-02T18:00', ['vice', 'third', 'boss']],
    ['over midnight', '2026-03-03T07:59', ['vice', 'third', 'boss']],
    ['until the end of the turn', '2026-03-03T08:00', ['boss', 'vice', 'third']],
    ['a Saturday morning: the later of two that are on', '2026-03-07T07:00', ['third', 'boss', 'vice']],
    ['a date goes before its weekday, also who is not in the order', '2026-10-01T19:00', ['deputy', 'boss', 'vice', 'third']],
  ])('%s', (_name, time, expected) => {
    expect(on(time)).toEqual(expected);
  });

  test('a night of the change to summer time is an hour shorter', () => {
    const berlin: DutyRota = {
      ...rota,
      timeZone: 'Europe/Berlin',
      rota: [{ executive: 'vice', days: ['sun'], from: '01:00', to: '02:30' }],
    };
    const at = (text: string) => executivesOnDuty(berlin, Temporal.Instant.from(text).epochMilliseconds)[0];
    expect([at('2026-03-29T00:59:00Z'), at('2026-03-29T01:29:00Z'), at('2026-03-29T01:30:00Z')]).toEqual([
      'vice',
      'vice',
      'boss',
    ]);
  });
});

describe('a duty rota is refused with each fault named', () => {
  test('a good one has none, but for a Friday night that runs into Saturday', () => {
    expect(faultsOfDutyRota({ ...rota, rota: rota.rota.filter(({ days }) => !days?.includes('sat')) })).toEqual([]);
    expect(faultsOfDutyRota(rota)).toEqual([
      { pointer: '/rota/1/days/0', code: 'overlapping-turns', detail: 'is on together with /rota/0/days/4' },
    ]);
  });

  test.each<[string, object, string]>([
    ['no object', [], '/code invalid-code'],
    ['an unknown zone', { ...rota, timeZone: 'Mars/Olympus' }, '/timeZone unknown-time-zone'],
    ['nobody in the order', { ...rota, order: [] }, '/order empty-list'],
    ['one twice in the order', { ...rota, order: ['boss', 'boss'] }, '/order/1 duplicate'],
    ['no account', { ...rota, order: [7] }, '/order/0 invalid-account'],
    ['neither days nor dates', { ...rota, rota: [{ executive: 'a', from: '09:00', to: '10:00' }] }, '/rota/0 days-or-dates'],
    [
      'both',
      { ...rota, rota: [{ executive: 'a', days: ['mon'], dates: ['2026-01-01'], from: '09:00', to: '10:00' }] },
      '/rota/0 days-or-dates',
    ],
    [
      'no weekday',
      { ...rota, rota: [{ executive: 'a', days: ['funday'], from: '09:00', to: '10:00' }] },
      '/rota/0/days/0 invalid-day',
    ],
    [
      'no date',
      { ...rota, rota: [{ executive: 'a', dates: ['2026-02-30'], from: '09:00', to: '10:00' }] },
      '/rota/0/dates/0 invalid-day',
    ],
    ['no time', { ...rota, rota: [{ executive: 'a', days: ['mon'], from: '9', to: '10:00' }] }, '/rota/0/from invalid-time'],
    ['strangers', { ...rota, phone: '1' }, '/phone unknown-member'],
  ])('%s', (_name, body, expected) => {
    expect(faultsOfDutyRota(body).map(({ pointer, code }) => `${pointer} ${code}`)).toContain(expected);
  });
});
