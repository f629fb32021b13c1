import { expect, test } from '@jest/globals';
import { workingMinutesBefore } from './working-time.js';

test.each([
  ['2026-03-04T15:30:00', 0, '2026-03-04T15:30:00'],
  ['2026-03-04T15:30:00', 90, '2026-03-04T14:00:00'],
  ['2026-03-04T15:30:00', 390, '2026-03-04T09:00:00'],
  ['2026-03-04T15:30:00', 391, '2026-03-03T17:59:00'],
  ['2026-03-04T22:00:00', 0, '2026-03-04T18:00:00'],
  ['2026-03-04T07:00:00', 0, '2026-03-03T18:00:00'],
  ['2026-03-08T12:00:00', 0, '2026-03-06T18:00:00'],
  ['2026-03-09T09:10:00', 20, '2026-03-06T17:50:00'],
  ['2026-10-12T09:10:00', 20, '2026-10-10T17:50:00'],
  ['2026-10-08T09:10:00', 20, '2026-09-30T17:50:00'],
  ['2026-03-09T09:10:00', 5 * 540, '2026-03-02T09:10:00'],
])('before %s in Shanghai, %i minutes of work: %s', (anchor, minutes, expected) => {
  const millis = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Asia/Shanghai').epochMilliseconds;
  expect(new Date(workingMinutesBefore(millis(anchor), minutes)).toISOString()).toBe(new Date(millis(expected)).toISOString());
});
