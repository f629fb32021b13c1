import { expect } from '@jest/globals';
import type { Answer } from '@ledgerline/installation';

/** The body of an answer to what had to be done. */
export function ok(answer: Answer, status = 200): Answer['body'] {
  expect([answer.status, answer.body['code']]).toEqual([status, undefined]);
  return answer.body;
}
