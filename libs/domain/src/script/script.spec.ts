import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfAnswers, partedAnswers, questionsAsked } from './answers.js';
import { faultsOfScript } from './faults-of-script.js';
import type { ScriptAnswers, ScriptQuestion } from './script.js';

const options = ['result', 'slow'].map((code) => ({ code, label: code }));
const questions: readonly ScriptQuestion[] = [
  { id: 'solved', type: 'yes-no', text: 'Is it solved?', branches: [{ if: true, goTo: 'overall' }] },
  { id: 'why-not', type: 'several-of', text: 'Why not?', options, branches: [{ if: 'slow', goTo: 'end' }] },
  { id: 'overall', type: 'scale', text: 'From 1 to 5?', least: 1, most: 5 },
  { id: 'spent', type: 'number', text: 'How much?', least: 0, most: 1_000.5 },
  { id: 'next', type: 'date', text: 'When do you buy again?', optional: true },
  { id: 'comment', type: 'text', text: 'Anything else?', optional: true },
];
const script = { code: 's', effectiveFrom: '2026-01-01T00:00:00Z', title: 't', questions };
const codesOf = (body: unknown) => faultsOfScript(body).map(({ pointer, code }) => `${pointer} ${code}`);
const withQuestion = (...more: readonly unknown[]) => ({ ...script, questions: more });

describe('a script', () => {
  test('without a fault is one, and so is the one that ships', () => {
    expect(codesOf(script)).toEqual([]);
    const shipped = join(
      import.meta.dirname,
      '../../../../services/administration/src/installation/shipped/satisfaction-script.json',
    );
    expect(codesOf(JSON.parse(readFileSync(shipped, 'utf8')))).toEqual([]);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['asks something', withQuestion(), ['/questions empty-list']],
    ['asks in known ways', withQuestion({ id: 'a', type: 'guess', text: 'x' }), ['/questions/0/type unknown-word']],
    ['names each question once', withQuestion(questions[2], questions[2]), ['/questions/1/id duplicate']],
    ['leads forwards', withQuestion(questions[2], { ...questions[0], branches: [{ if: true, goTo: 'overall' }] }), ['/questions/1/branches/0/goTo unknown-question']],
    ['goes by answers that there are', withQuestion({ ...questions[0], branches: [{ if: 'yes', goTo: 'end' }] }), ['/questions/0/branches/0/if not-an-answer']],
    ['has something to choose', withQuestion({ id: 'a', type: 'one-of', text: 'x', options: options.slice(1) }), ['/questions/0/options empty-list']],
    ['has a scale that goes up', withQuestion({ id: 'a', type: 'scale', text: 'x', least: 5, most: 5 }), ['/questions/0/most out-of-range']],
    ['is read out on the telephone', withQuestion({ id: 'a', type: 'scale', text: 'x', least: 1, most: 11 }), ['/questions/0/most out-of-range']],
    ['is an object', null, ['' + ' wrong-type']],
  ])('%s', (_, body, expected) => expect(codesOf(body)).toEqual(expect.arrayContaining([...expected]))); // prettier-ignore
});

describe('answers', () => {
  const asked = (answers: ScriptAnswers) => questionsAsked(script, answers).map(({ id }) => id);
  const faults = (answers: unknown) =>
    faultsOfAnswers(script, answers as ScriptAnswers).map(({ question, fault }) => `${question} ${fault}`);

  test('lead through the questions', () => {
    expect(asked({ solved: true })).toEqual(['solved', 'overall', 'spent', 'next', 'comment']);
    expect(asked({ solved: false, 'why-not': ['result'] })).toEqual(['solved', 'why-not', 'overall', 'spent', 'next', 'comment']);
    expect(asked({ solved: false, 'why-not': ['result', 'slow'] })).toEqual(['solved', 'why-not']);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['to all that is asked', { solved: true, overall: 4, spent: 12.5 }, []],
    ['with what need not be said', { solved: true, overall: 4, spent: 0, next: '2026-05-01', comment: 'no' }, []],
    ['that end early', { solved: false, 'why-not': ['slow'] }, []],
    ['not to what is asked', { solved: true }, ['overall not-answered', 'spent not-answered']],
    ['to what is not', { solved: true, overall: 4, spent: 1, 'why-not': ['slow'] }, ['why-not not-asked']],
    ['of another kind', { solved: 'yes', 'why-not': ['late'], overall: 6, spent: -1, next: '2026-02-30', comment: ' ' }, ['solved', 'why-not', 'overall', 'spent', 'next', 'comment'].map((one) => `${one} not-an-answer`)],
    ['half of a scale', { solved: true, overall: 4.5, spent: 1 }, ['overall not-an-answer']],
    ['by a name that every object has', { solved: true, overall: 4, spent: 1, constructor: 'x' }, ['constructor not-asked']],
    ['chosen twice', { solved: false, 'why-not': ['result', 'result'], overall: 1, spent: 1 }, ['why-not not-an-answer']],
  ])('%s', (_, answers, expected) => expect(faults(answers)).toEqual(expected)); // prettier-ignore

  test('are parted into what is counted and what is the person’s own', () => {
    const { answers, said } = partedAnswers(script, { solved: true, overall: 4, spent: 1, next: '2026-05-01', comment: 'no' });
    expect([answers, said]).toEqual([
      { solved: true, overall: 4, spent: 1 },
      { next: '2026-05-01', comment: 'no' },
    ]);
  });
});
