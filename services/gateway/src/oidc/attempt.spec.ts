import { expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { attemptLasts, attemptOf, beginAttempt } from './attempt.js';

const clock = { time: 1_000_000, now: () => clock.time };
const digest = (_secret: string, text: string) =>
  createHmac('sha256', 'secret').update(text).digest().subarray(0, 16).toString('base64url');

test('an attempt is known again by its key until its time is over, and nothing of it says the key', () => {
  const begun = beginAttempt({ clock, digest });
  expect(attemptOf(begun.key, { clock, digest })).toEqual(begun);
  expect(begun.verifier).toMatch(/^[A-Za-z0-9_-]{44}$/);
  expect(new Set([begun.state, begun.nonce, begun.verifier.slice(0, 22), begun.verifier.slice(22)]).size).toBe(4);
  expect(beginAttempt({ clock, digest }).state).not.toBe(begun.state);
  clock.time += attemptLasts;
  expect(attemptOf(begun.key, { clock, digest })).toBeUndefined();
});

test('a key whose time was lengthened is another attempt', () => {
  const begun = beginAttempt({ clock, digest });
  const [until, random] = begun.key.split('.') as [string, string];
  expect(attemptOf(`${Number(until) + 1}.${random}`, { clock, digest })?.state).not.toBe(begun.state);
  for (const key of ['', 'x', `${until}.`, `.${random}`, `${until}.${random}x`, `-${until}.${random}`])
    expect(attemptOf(key, { clock, digest })).toBeUndefined();
});
