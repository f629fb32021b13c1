import { expect, test } from '@jest/globals';
import { figureText } from './figure-text.ts';

test.each([
  ['attainment', 0.9547, '95.5%', '95.5%'],
  ['satisfiedShare', 1, '100.0%', '100.0%'],
  ['workingMedian', 7_500, '2小时5分', '2 h 5 min'],
  ['lateWorkingSecondsMean', 61.4, '1分', '1 min'],
  ['oldestDays', 12.345, '12.3 天', '12.3 d'],
  ['oneToThreeDays', 7, '7', '7'],
  ['outcomeMean', 4.5, '4.50', '4.50'],
  ['clocks', 12_345, '12,345', '12,345'],
  ['attainment', null, '–', '–'],
] as const)('%s of %p', (name, value, zh, en) => {
  expect([figureText(name, value, { language: 'zh' }), figureText(name, value, { language: 'en' })]).toEqual([zh, en]);
});
