import { expect, test } from '@jest/globals';
import { distributionOf } from './distribution.js';

const counted = (...answers: readonly (string | number)[]) =>
  answers.map((answer) => ({ answer: String(answer), amount: typeof answer === 'number' ? answer : 0, times: 1 }));

test('answers are counted, those that nobody gave too', () => {
  const { answers } = distributionOf({ id: 'q', type: 'yes-no', text: '?' }, counted('yes', 'yes'));
  expect(answers).toEqual([
    { answer: 'yes', label: 'yes', count: 2 },
    { answer: 'no', label: 'no', count: 0 },
  ]);
});

test('of a scale each step, and where the answers lie', () => {
  const { answers, numbers } = distributionOf({ id: 'q', type: 'scale', text: '?', least: 1, most: 3 }, counted(3, 1, 3, 2));
  expect(answers.map(({ count }) => count)).toEqual([1, 1, 2]);
  expect(numbers).toEqual({ count: 4, least: 1, most: 3, mean: 2.25, median: 2.5 });
});

test('of numbers that were given often each time counts', () => {
  const given = [
    { answer: '10', amount: 10, times: 1 },
    { answer: '2', amount: 2, times: 3 },
    { answer: '4.5', amount: 4.5, times: 0 },
  ];
  const { answers, numbers } = distributionOf({ id: 'q', type: 'number', text: '?', least: 0, most: 10 }, given);
  expect([answers, numbers]).toEqual([[], { count: 4, least: 2, most: 10, mean: 4, median: 2 }]);
  expect(distributionOf({ id: 'q', type: 'scale', text: '?', least: 4, most: 5 }, given.slice(2)).numbers).toBeUndefined();
});

test('of what is said in words nothing is counted', () => {
  expect(distributionOf({ id: 'q', type: 'text', text: '?' }, [])).toEqual({
    question: 'q',
    text: '?',
    type: 'text',
    answers: [],
  });
});
