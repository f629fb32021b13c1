import 'reflect-metadata';
import { beforeAll, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { callsBySubject } from '../../../services/gateway/src/open-api/every-call.js';
import { answersFile, keptSchemas, type AnswerSchemas } from './answer-schemas.ts';
import { faultsOfAnswer } from './faults-of-answer.ts';
import { makeSchemas } from './make-schemas.ts';

const calls = Object.values(callsBySubject).flat();
const inJson = calls
  .filter(({ status, text, stream, download }) => status !== 204 && !text && !stream && !download)
  .map(({ method, path }) => `${method} ${path}`);

/** Calls whose answers are not described yet. */
const notYet = /^\w+ \/calibrations\b/;

let made: AnswerSchemas;

/** `LEDGERLINE_WRITE_ANSWERS=1 npm run unit -- --testPathPatterns answers.spec` writes the file. */
beforeAll(() => {
  made = makeSchemas(inJson);
  if (process.env['LEDGERLINE_WRITE_ANSWERS']) writeFileSync(answersFile, `${JSON.stringify(made, null, 2)}\n`);
}, 120_000);

test('answers.json is what the types say: LEDGERLINE_WRITE_ANSWERS=1 npm run unit -- --testPathPatterns answers.spec writes it', () => {
  expect(keptSchemas()).toEqual(made);
});

test('every call that answers JSON has its answer', () => {
  expect(inJson.filter((call) => made.calls[call] === undefined && !notYet.test(call))).toEqual([]);
});

const accepted = { id: 'p0-1', version: 2, position: 'main.1.2', events: [{ id: 'e1', version: 2, type: 'TicketRouted' }] };
const command = { method: 'POST', path: '/tickets/p0-1/route' };

test('an answer that is as it is described has no fault', () => {
  expect(faultsOfAnswer({ ...command, body: accepted })).toEqual([]);
  expect(faultsOfAnswer({ method: 'GET', path: '/tickets/count?open=true', body: { count: 3, exact: true } })).toEqual([]);
});

test('a member that nobody described is a fault, however deep it stands', () => {
  const body = { ...accepted, events: [{ ...accepted.events[0], person: 'k1' }] };
  expect(faultsOfAnswer({ ...command, body })).toEqual([expect.stringContaining('post /tickets/{id}/route: /events/0')]);
});

test('so is one that is missing, and one of another kind', () => {
  expect(faultsOfAnswer({ ...command, body: { ...accepted, position: undefined } })).toHaveLength(1);
  expect(
    faultsOfAnswer({ method: 'GET', path: '/sessions', body: { items: [{ id: 's', startedAt: 'yesterday' }], next: null } }),
  ).toHaveLength(1);
});
