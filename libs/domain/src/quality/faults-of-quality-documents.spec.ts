import { describe, expect, test } from '@jest/globals';
import { faultsOfSamplingRule } from './faults-of-sampling-rule.js';
import { faultsOfScoreSheet } from './faults-of-score-sheet.js';

const sheet = {
  code: 'calls',
  effectiveFrom: '2026-01-01T00:00:00Z',
  title: '通话评分表',
  groups: [{ code: 'manner', name: '服务态度', criteria: [{ code: 'greeting', name: '问候', points: 40 }, { code: 'patience', name: '耐心', points: 60 }] }],
  fatal: [{ code: 'disclosure', name: '泄露来电人信息', effect: 'zero' }],
  passes: 80,
  appeal: { within: 'P3D', calendar: 'default' },
}; // prettier-ignore
const rule = {
  code: 'monthly',
  effectiveFrom: '2026-01-01T00:00:00Z',
  title: '每月抽检',
  sheet: 'calls',
  period: 'month',
  strata: [
    { work: 'reply', when: { level: 'urgent' }, take: { count: 2 } },
    { work: 'dissatisfied', when: {}, take: { share: 1 } },
  ],
};
const pointers = (faults: readonly { readonly pointer: string }[]) => faults.map(({ pointer }) => pointer);

describe('a score sheet', () => {
  test('without fault has none', () => expect(faultsOfScoreSheet(sheet)).toEqual([]));
  test.each<[string, object, string]>([
    ['passes at more points than there are', { passes: 101 }, '/passes'],
    ['has no groups', { groups: [] }, '/groups'],
    ['has a group without criteria', { groups: [{ code: 'g', name: 'g', criteria: [] }] }, '/groups/0/criteria'],
    ['has an effect of its own', { fatal: [{ code: 'x', name: 'x', effect: 'dismissal' }] }, '/fatal/0/effect'],
    ['names a fatal error as a criterion', { fatal: [{ code: 'greeting', name: 'x', effect: 'fail' }] }, '/fatal/0/code'],
    ['leaves no time to appeal', { appeal: { within: 'PT0S', calendar: 'default' } }, '/appeal/within'],
    ['has a member of its own', { bonus: 5 }, '/bonus'],
  ])('that %s is refused', (_name, change, pointer) =>
    expect(pointers(faultsOfScoreSheet({ ...sheet, ...change }))).toContain(pointer),
  );
});

describe('a sampling rule', () => {
  test('without fault has none', () => expect(faultsOfSamplingRule(rule)).toEqual([]));
  const stratum = (change: object) => ({ strata: [{ work: 'reply', when: {}, take: { count: 1 }, ...change }] });
  test.each<[string, object, string]>([
    ['has another period', { period: 'year' }, '/period'],
    ['has no strata', { strata: [] }, '/strata'],
    ['asks for other work', stratum({ work: 'lunch' }), '/strata/0/work'],
    ['names a friend', stratum({ when: { agent: 'li' } }), '/strata/0/when/agent'],
    ['has a level of its own', stratum({ when: { level: 'dire' } }), '/strata/0/when/level'],
    ['takes nothing', stratum({ take: { count: 0 } }), '/strata/0/take/count'],
    ['takes more than all', stratum({ take: { share: 1.2 } }), '/strata/0/take/share'],
    ['takes both ways', stratum({ take: { share: 0.1, count: 2 } }), '/strata/0/take'],
  ])('that %s is refused', (_name, change, pointer) =>
    expect(pointers(faultsOfSamplingRule({ ...rule, ...change }))).toContain(pointer),
  );
  test('of any JSON finds faults, and does not throw', () => {
    for (const body of [null, 7, [], { strata: [null, 7], groups: 'x' }, { strata: { a: 1 } }]) {
      expect(faultsOfSamplingRule(body)).not.toEqual([]);
      expect(faultsOfScoreSheet(body)).not.toEqual([]);
    }
  });
});
