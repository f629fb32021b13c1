import { expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { tellsTogether } from './tells-together.js';

test('tells the last word of each once a turn, and nothing where nothing was said', async () => {
  const told: (readonly number[])[] = [];
  const tell = tellsTogether((words: readonly number[]) => void told.push(words));
  tell('a', 1);
  tell('b', 2);
  tell('a', 3);
  expect(told).toEqual([]);
  await setImmediate();
  expect(told).toEqual([[3, 2]]);
  await setImmediate();
  tell('b', 4);
  await setImmediate();
  expect(told).toEqual([[3, 2], [4]]);
});
