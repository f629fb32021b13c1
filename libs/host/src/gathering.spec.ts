import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Gathering, largestBatch } from './gathering.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

async function isOver(rest: Promise<void>): Promise<boolean> {
  let over = false;
  void rest.then(() => (over = true));
  for (let turns = 0; turns < 4; turns += 1) await Promise.resolve();
  return over;
}

test('commits gather while many come, and not for long', async () => {
  const rest = new Gathering().rests()(1_000);
  expect(await isOver(rest)).toBe(false);
  jest.advanceTimersByTime(499);
  expect(await isOver(rest)).toBe(false);
  jest.advanceTimersByTime(1);
  expect(await isOver(rest)).toBe(true);
});

test('what the batch took is not rested again, and counts from the end of the rest before', async () => {
  const rest = new Gathering().rests();
  jest.advanceTimersByTime(300);
  const first = rest(1_000);
  jest.advanceTimersByTime(200);
  expect(await isOver(first)).toBe(true);
  jest.advanceTimersByTime(500);
  const second = rest(1_000);
  expect(await isOver(second)).toBe(false);
  jest.advanceTimersByTime(0);
  expect(await isOver(second)).toBe(true);
});

test.each([0, 1, 199, largestBatch])('after %i commits there is no rest but a turn of the event loop', async (commits) => {
  const rest = new Gathering().rests()(commits);
  expect(await isOver(rest)).toBe(false);
  jest.advanceTimersByTime(0);
  expect(await isOver(rest)).toBe(true);
});

test('who waits for a read model ends all rests', async () => {
  const gathering = new Gathering();
  const rests = [gathering.rests()(300), gathering.rests()(3_000)];
  expect(await isOver(Promise.all(rests).then(() => undefined))).toBe(false);
  gathering.hurry();
  await Promise.all(rests);
  expect(await isOver(gathering.rests()(300))).toBe(false);
  gathering.hurry();
});
