import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faultOfFormat, timeParser, type Disambiguation } from './time-format.js';

const parser = (format: string, zone?: string, disambiguation: Disambiguation = 'compatible') =>
  timeParser({ format, zone, disambiguation });

describe('formats', () => {
  test.each([
    ['YYYY/MM/DD HH:mm:ss.S', 'Europe/Rome', '2012/10/09 14:50:17.000', '2012-10-09T12:50:17.000Z'],
    ['YYYY/MM/DD HH:mm:ss.S', 'Europe/Rome', '2012/12/09 14:50:17.25', '2012-12-09T13:50:17.250Z'],
    ['YYYY-MM-DD HH:mm:ssZZ', undefined, '2006-01-11 15:49:42+00:00', '2006-01-11T15:49:42.000Z'],
    ['YYYY-MM-DD HH:mm:ssZZ', undefined, '2006-01-11 15:49:42-0500', '2006-01-11T20:49:42.000Z'],
    ['YYYY-MM-DDTHH:mmZZ', undefined, '2006-01-11T15:49Z', '2006-01-11T15:49:00.000Z'],
    ['D.M.YYYY H:mm', 'Asia/Shanghai', '3.2.2026 9:05', '2026-02-03T01:05:00.000Z'],
    ['MM/DD/YYYY hh:mm:ss A', 'America/New_York', '04/16/2024 12:03:15 AM', '2024-04-16T04:03:15.000Z'],
    ['MM/DD/YYYY hh:mm:ss A', 'America/New_York', '04/16/2024 12:03:15 pm', '2024-04-16T16:03:15.000Z'],
    ['YYYY年M月D日 HH:mm', 'Asia/Shanghai', '2026年3月2日 08:00', '2026-03-02T00:00:00.000Z'],
    ['YYYYMMDD', 'UTC', '20260302', '2026-03-02T00:00:00.000Z'],
    ['iso', undefined, '2024-04-16T03:03:15.5+08:00', '2024-04-15T19:03:15.500Z'],
    ['iso', 'America/New_York', '2024-04-16T03:03:15.000', '2024-04-16T07:03:15.000Z'],
    ['iso', 'America/New_York', '2024-04-16', '2024-04-16T04:00:00.000Z'],
    ['unix', undefined, '1136994582', '2006-01-11T15:49:42.000Z'],
    ['unix', undefined, '1136994582.25', '2006-01-11T15:49:42.250Z'],
    ['unix-ms', undefined, '1136994582001', '2006-01-11T15:49:42.001Z'],
  ])('%s %s: %s', (format, zone, text, instant) => {
    expect(parser(format, zone)(text)).toBe(instant);
  });

  test.each([
    ['YYYY/MM/DD', 'UTC', '2012/02/30'],
    ['YYYY/MM/DD', 'UTC', '2012/2/3'],
    ['YYYY/MM/DD', 'UTC', '2012/02/03 10:00'],
    ['YYYY/MM/DD HH:mm', 'UTC', '2012/02/03 24:00'],
    ['YYYY/MM/DD hh:mm A', 'UTC', '2012/02/03 13:00 PM'],
    ['YYYY/MM/DD hh:mm A', 'UTC', '2012/02/03 00:00 AM'],
    ['iso', undefined, '2024-04-16T03:03:15'],
    ['iso', 'UTC', 'yesterday'],
    ['iso', 'UTC', '2024-04-16T03:03:15Z[Europe/Rome]'],
    ['unix', undefined, ''],
    ['unix', undefined, '1e9'],
    ['unix-ms', undefined, '9999999999999999'],
  ])('%s %s refuses %s', (format, zone, text) => {
    expect(parser(format, zone)(text)).toBeUndefined();
  });
});

describe('changes of clocks', () => {
  const skipped = '2012/03/25 02:30';
  const repeated = '2012/10/28 02:30';
  test.each<[Disambiguation, string | undefined, string | undefined]>([
    ['compatible', '2012-03-25T01:30:00.000Z', '2012-10-28T00:30:00.000Z'],
    ['earlier', '2012-03-25T00:30:00.000Z', '2012-10-28T00:30:00.000Z'],
    ['later', '2012-03-25T01:30:00.000Z', '2012-10-28T01:30:00.000Z'],
    ['reject', undefined, undefined],
  ])('%s', (disambiguation, ofSkipped, ofRepeated) => {
    const parse = parser('YYYY/MM/DD HH:mm', 'Europe/Rome', disambiguation);
    expect([parse(skipped), parse(repeated)]).toEqual([ofSkipped, ofRepeated]);
  });
});

test('reads back every instant that it is given in a zone', () => {
  const parse = parser('YYYY-MM-DD HH:mm:ss.S ZZ');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000_000_000_000 }),
      fc.constantFrom('Europe/Rome', 'Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu'),
      (milliseconds, zone) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds);
        const local = instant.toZonedDateTimeISO(zone);
        const wall = local.toPlainDateTime().toString({ fractionalSecondDigits: 3 }).replace('T', ' ');
        expect(parse(`${wall} ${local.offset}`)).toBe(instant.toString({ fractionalSecondDigits: 3 }));
      },
    ),
    { numRuns: 200, seed: 311 },
  );
});

test.each([
  ['YYYY-MM HH', 'UTC', 'has no day (YYYY MM DD)'],
  ['YYYY-MM-DD MM', 'UTC', 'names a part of the time twice'],
  ['YYYY-MM-DD hh:mm', 'UTC', 'needs hh and A together'],
  ['YYYY-MM-DD HH:mm', undefined, 'has no ZZ, so a zone is needed'],
  ['YYYY-MM-DD HH:mm ZZ', undefined, undefined],
  ['iso', undefined, undefined],
])('format %s in %s: %s', (format, zone, fault) => {
  expect(faultOfFormat(format, zone)).toBe(fault);
});
