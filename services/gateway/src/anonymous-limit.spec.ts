import { expect, test } from '@jest/globals';
import { AnonymousLimit } from './anonymous-limit.js';

test('so many calls a minute, each for themselves', () => {
  const limit = new AnonymousLimit(2);
  limit.count('a');
  limit.count('a');
  expect(() => limit.count('a')).toThrow('too-many-requests');
  expect(() => limit.count('b')).not.toThrow();
});
