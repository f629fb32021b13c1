import { describe, expect, test } from '@jest/globals';
import { differencesOf } from './differences.js';
import type { DocumentType } from './governed-document.js';

const handle = { clock: 'handle', within: 'P3D', calendar: 'default' };
const complaint = { ...handle, when: { kind: 'complaint', level: 'general' }, within: 'P5D' };

describe('what a version changes', () => {
  test('rule by rule: a rule is known by its clock and conditions, not by its place', () => {
    const before = { clocks: [handle, complaint] };
    const after = { clocks: [{ ...complaint, within: 'P7D' }, { ...handle, clock: 'reply' }, handle] };
    expect(differencesOf('policy', before, after)).toEqual([
      {
        change: 'changed',
        pointer: '/clocks/0/within',
        of: 'handle (kind = complaint, level = general)',
        before: 'P5D',
        after: 'P7D',
        zh: '规则 handle (kind = complaint, level = general) 的 within 由 P5D 改为 P7D',
        en: 'rule handle (kind = complaint, level = general): within changed from P5D to P7D',
      },
      expect.objectContaining({ change: 'added', pointer: '/clocks/1', of: 'reply' }),
    ]);
  });

  test('day by day: a holiday by its date, a weekday by its shifts', () => {
    const morning = [['09:00', '12:00']];
    const before = { week: { mon: morning }, holidays: ['2026-10-01', '2026-10-02'], makeUpDays: { '2026-10-10': 'thu' } };
    const after = {
      week: { mon: [['08:30', '12:00'], ['13:00', '17:00']] },
      holidays: ['2026-10-02', '2026-10-03'],
      makeUpDays: { '2026-10-10': 'fri' },
    }; // prettier-ignore
    const found = differencesOf('calendar', before, after);
    expect(found.map(({ change, pointer }) => `${change} ${pointer}`)).toEqual([
      'changed /week/mon',
      'added /holidays/1',
      'removed /holidays/0',
      'changed /makeUpDays/2026-10-10',
    ]);
    expect(found.map(({ en }) => en)).toEqual([
      'week mon changed from 09:00–12:00 to 08:30–12:00, 13:00–17:00',
      'added holiday 2026-10-03',
      'removed holiday 2026-10-01',
      'makeUpDays 2026-10-10 changed from thu to fri',
    ]);
    expect(found[1]?.zh).toBe('新增节假日 2026-10-03');
  });

  test.each<[DocumentType, object, object, string]>([
    ['routing-table', { rules: [{ when: {}, lead: 'a', coHandling: ['b'] }] }, { rules: [{ when: {}, lead: 'a', coHandling: [] }] }, 'removed /rules/0/coHandling/0'],
    ['item-tree', { items: [{ code: 'a', zh: '甲', en: 'A' }] }, { items: [{ code: 'a', zh: '乙', en: 'A' }] }, 'changed /items/0/zh'],
    ['rule', { paragraphs: [] }, { paragraphs: [{ number: '3', text: 'x' }] }, 'added /paragraphs/0'],
    ['template', { texts: { zh: { text: 'a' } } }, { texts: { zh: { text: 'b' }, en: { text: 'c' } } }, 'changed /texts/zh/text,added /texts/en'],
  ])('of a %s', (type, before, after, wanted) => {
    expect(differencesOf(type, before, after).map(({ change, pointer }) => `${change} ${pointer}`).join()).toBe(wanted);
  }); // prettier-ignore
});
