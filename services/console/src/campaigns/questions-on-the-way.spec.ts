import { describe, expect, test } from '@jest/globals';
import { questionsAsked, type Script, type ScriptAnswers } from '@ledgerline/domain';
import { bodyOfCall, blankCall } from './written-call.ts';
import { questionsOnTheWay } from './questions-on-the-way.ts';

const questions: Script['questions'] = [
  { id: 'solved', type: 'yes-no', text: '?', branches: [{ if: true, goTo: 'overall' }] },
  {
    id: 'why',
    type: 'several-of',
    text: '?',
    options: ['slow', 'rude', 'other'].map((code) => ({ code, label: code })),
    branches: [
      { if: 'rude', goTo: 'words' },
      { if: 'other', goTo: 'end' },
    ],
  },
  { id: 'overall', type: 'scale', text: '?', least: 1, most: 5, branches: [{ if: 1, goTo: 'words' }] },
  { id: 'when', type: 'date', text: '?', optional: true, branches: [{ if: 'never', goTo: 'solved' }] },
  { id: 'words', type: 'text', text: '?' },
];
const given: readonly ScriptAnswers[] = [true, false, undefined].flatMap((solved) =>
  [undefined, [], ['slow'], ['other', 'rude'], ['other']].flatMap((why) =>
    [undefined, 1, 5].map((overall) =>
      Object.fromEntries(Object.entries({ solved, why, overall, when: 'never' }).filter(([, answer]) => answer !== undefined)),
    ),
  ),
) as readonly ScriptAnswers[];

describe('the form of a call', () => {
  test('asks what the server will hold to have been asked', () => {
    expect(given.length).toBe(45);
    for (const answers of given)
      expect([answers, questionsOnTheWay({ questions }, answers)]).toEqual([answers, questionsAsked({ questions }, answers)]);
  });

  test('sends what goes with the outcome, and of the answers those on the way', () => {
    const written = {
      ...blankCall(),
      answers: { solved: true, why: ['slow'], overall: 4, words: '好' },
      appointment: '2026-03-04T02:30:00.000Z',
      doNotCall: true,
      note: ' ',
    };
    const sent = (outcome: 'reached' | 'busy' | 'call-later' | 'refused') => bodyOfCall({ questions }, { ...written, outcome });
    expect(sent('reached')).toEqual({ outcome: 'reached', answers: { solved: true, overall: 4, words: '好' }, doNotCall: true });
    expect(sent('busy')).toEqual({ outcome: 'busy' });
    expect(sent('call-later')).toEqual({ outcome: 'call-later', appointment: '2026-03-04T02:30:00.000Z' });
    expect(sent('refused')).toEqual({ outcome: 'refused', doNotCall: true });
  });
});
