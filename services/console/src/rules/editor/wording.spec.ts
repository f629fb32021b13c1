import { expect, test } from '@jest/globals';
import { durationOf, lengthOf } from './duration.ts';
import { shiftsFrom, shiftsInWords } from './shifts.ts';

test.each(['P3D', 'PT4H', 'PT30M'])('%s is a number and a unit, and comes back as it was', (duration) => {
  const length = lengthOf(duration);
  expect(length && durationOf(length)).toBe(duration);
});

test.each(['P1DT2H', 'PT1H30M', '', 3, undefined])('%s is left to the other tab', (duration) => {
  expect(lengthOf(duration)).toBeUndefined();
});

test.each([
  ['09:00-12:00 13:30-18:00', [['09:00', '12:00'], ['13:30', '18:00']]],
  ['9:00–12:00，22:00至06:00', [['09:00', '12:00'], ['22:00', '06:00']]],
  ['', []],
])('%s are shifts', (text, shifts) => {
  expect(shiftsFrom(text)).toEqual(shifts);
}); // prettier-ignore

test('what is no shift is not taken for one, and shifts are written as they are read', () => {
  expect(shiftsFrom('nine to five')).toBeUndefined();
  expect(shiftsFrom('09:00-12:00 afternoon')).toBeUndefined();
  expect(shiftsInWords([['09:00', '12:00'], ['13:30', '18:00']])).toBe('09:00-12:00 13:30-18:00'); // prettier-ignore
});
