import { expect, test } from '@jest/globals';
import { rowOf } from './e2e/sample-rows.js';
import { templateOf } from './template.js';

const row = rowOf({ 'Case ID': ' 7 ', product: 'drill', empty: '' });

test.each([
  ['Case {Case ID}', 'Case  7'],
  ['{Case ID}', '7'],
  ['{product}/{empty}/{product}', 'drill//drill'],
  ['{no such column}x', 'x'],
  ['no column', 'no column'],
  ['{{{product}}}', '{drill}'],
  ['{{product}}', '{product}'],
])('%s is %j', (text, filled) => {
  expect(templateOf(text)?.fill(row)).toBe(filled);
});

test.each(['{', 'a}', '{a{b}', '{}', '{{}'])('%s has a brace that stands alone', (text) => {
  expect(templateOf(text)).toBeUndefined();
});

test('names its columns', () => {
  expect(templateOf('{a} and {b}, {{c}}')?.columns).toEqual(['a', 'b']);
});
