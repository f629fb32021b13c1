import { describe, expect, test } from '@jest/globals';
import { scoreBy, type FilledSheet } from './scoring.js';
import type { ScoreSheet } from './score-sheet.js';

const sheet: ScoreSheet = {
  code: 'calls',
  effectiveFrom: '2026-01-01T00:00:00Z',
  title: 't',
  groups: [
    { code: 'manner', name: 'm', criteria: [{ code: 'greeting', name: 'g', points: 40 }] },
    { code: 'matter', name: 'm', criteria: [{ code: 'answer', name: 'a', points: 60 }] },
  ],
  fatal: [
    { code: 'disclosure', name: 'd', effect: 'zero' },
    { code: 'rudeness', name: 'r', effect: 'fail' },
  ],
  passes: 80,
  appeal: { within: 'P3D', calendar: 'default' },
};
const [greeting, answer] = [
  { criterion: 'greeting', points: 40 },
  { criterion: 'answer', points: 60 },
];
const [full, half] = [[greeting, answer], { criterion: 'answer', points: 45, note: 'half of it' }];
const less = [greeting, half];

describe('a sheet that is filled in', () => {
  test.each<[string, FilledSheet, object]>([
    ['without loss', { marks: full }, { total: 100, score: 100, outOf: 100, passed: true, fatal: [] }],
    ['with a loss', { marks: less }, { total: 85, score: 85, passed: true }],
    ['below what passes', { marks: [{ ...greeting, points: 20, note: 'n' }, half] }, { score: 65, passed: false }],
    [
      'with an error that takes all points',
      { marks: full, fatal: ['disclosure'], remark: 'r' },
      { total: 100, score: 0, passed: false },
    ],
    ['with one that fails it', { marks: full, fatal: ['rudeness'], remark: 'r' }, { total: 100, score: 100, passed: false }],
  ])('%s has its score', (_name, filled, wanted) => {
    const scored = scoreBy(sheet, filled);
    expect('score' in scored && scored.score).toMatchObject(wanted);
  });

  test('keeps the marks in the order of the sheet, with what each was worth, and the notes beside them', () => {
    expect(scoreBy(sheet, { marks: less.toReversed() })).toMatchObject({
      score: {
        marks: [
          { criterion: 'greeting', points: 40, of: 40 },
          { criterion: 'answer', points: 45, of: 60 },
        ],
      },
      remarks: { notes: { answer: 'half of it' } },
    });
  });

  test.each<[string, FilledSheet, string]>([
    ['leaves a criterion out', { marks: full.slice(1) }, 'criterion-without-mark'],
    ['marks one twice', { marks: [...full, greeting] }, 'criterion-marked-twice'],
    ['marks something else', { marks: [...full, { criterion: 'shoes', points: 1 }] }, 'criterion-not-on-the-sheet'],
    ['gives more than there is', { marks: [{ criterion: 'greeting', points: 41 }, answer] }, 'more-points-than-there-are'],
    ['does not say why points are lost', { marks: [{ criterion: 'greeting', points: 39 }, answer] }, 'lost-points-need-a-note'],
    ['names an error that is none', { marks: full, fatal: ['shoes'], remark: 'r' }, 'fatal-error-not-on-the-sheet'],
    ['does not say what the fatal error was', { marks: full, fatal: ['rudeness'] }, 'fatal-error-needs-a-remark'],
  ])('that %s is refused', (_name, filled, wanted) => expect(scoreBy(sheet, filled)).toMatchObject({ rejection: wanted }));
});
