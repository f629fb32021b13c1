import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faultsOfCalendar, faultsOfInlineCalendar } from '../calendar/faults-of-calendar.js';
import { faultsOfItemTree } from '../item-tree/faults-of-item-tree.js';
import { faultsOfPolicy } from '../policy/faults-of-policy.js';
import { faultsOfRoutingTable } from '../routing-table/faults-of-routing-table.js';
import { faultsOfRule } from '../rule/centre-rule.js';
import { faultsOfTemplate } from '../template/faults-of-template.js';
import { differencesOf } from './differences.js';
import type { DocumentFault } from './document-fault.js';
import { documentTypes } from './governed-document.js';

type Check = (body: unknown) => readonly DocumentFault[];
type Case = readonly [what: string, change: object, pointer: string, code: string];

const head = { code: 'x', effectiveFrom: '2026-01-01T00:00:00+08:00' };
const shift = ['09:00', '12:00'];
const clock = { clock: 'handle', within: 'P3D', calendar: 'default' };
const rule = { when: { item: 'fault' }, lead: 'quality', coHandling: [] };
const policy = {
  ...head, clocks: [clock], extensions: { count: 1, most: 'P3D' }, limits: {}, repliesBy: 'call-centre', checkResults: true,
}; // prettier-ignore
const calendar = { ...head, timeZone: 'Asia/Shanghai', week: { mon: [shift] } };
const table = { ...head, rules: [rule], fallback: 'call-centre' };
const tree = { ...head, items: [{ code: 'a', zh: '甲', en: 'A' }] };
const template = { ...head, texts: { zh: { text: '{{caller.name}}您好' } } };
const centreRule = { ...head, title: '规则', paragraphs: [{ number: '1', text: '先受理。' }] };
const clocks = (...more: object[]) => ({ clocks: more.map((one) => ({ ...clock, ...one })) });
const rules = (...more: object[]) => ({ rules: more.map((one) => ({ ...rule, ...one })) });
const steps = (...to: readonly (readonly [string, string])[]) =>
  clocks({ escalate: to.map(([after, who]) => ({ after, to: who })) });
const many = (count: number) => Array.from({ length: count }, (_, place) => place);

const anyDocument: readonly Case[] = [
  ['no code', { code: undefined }, '/code', 'invalid-code'],
  ['a date without offset', { effectiveFrom: '2026-01-01T00:00:00' }, '/effectiveFrom', 'invalid-instant'],
  ['a day that is none', { effectiveFrom: '2026-02-30T00:00:00Z' }, '/effectiveFrom', 'invalid-instant'],
  ['a year beyond all', { effectiveFrom: '9999-01-01T00:00:00Z' }, '/effectiveFrom', 'invalid-instant'],
  ['a member nobody knows', { 'a/b~c': 1 }, '/a~1b~0c', 'unknown-member'],
];
const cases: Readonly<Record<string, readonly [Check, object, readonly Case[]]>> = {
  policy: [
    faultsOfPolicy,
    policy,
    [
      ['a clock that is none', clocks({ clock: 'tea' }), '/clocks/0/clock', 'unknown-clock'],
      ['no clocks list', { clocks: {} }, '/clocks', 'wrong-type'],
      ['too many clocks', { clocks: many(501) }, '/clocks', 'too-many'],
      ['a negative limit', clocks({ within: '-P3D' }), '/clocks/0/within', 'invalid-duration'],
      ['a negative fraction', clocks({}, { clock: 'reply', within: { of: 'handle', fraction: -0.5 } }), '/clocks/1/within/fraction', 'out-of-range'],
      ['a fraction of no clock', clocks({ within: { of: 'tea', fraction: 0.5 } }), '/clocks/0/within/of', 'unknown-clock'],
      ['fractions in a circle', clocks({ within: { of: 'handle', fraction: 0.5 } }), '/clocks/0/within/of', 'circle'],
      ['an escalation in a circle', steps(['PT0S', 'manager'], ['P1D', 'leader'], ['P2D', 'manager']), '/clocks/0/escalate/2/to', 'circle'],
      ['a warning after the due time', clocks({ warnAt: [2] }), '/clocks/0/warnAt/0', 'out-of-range'],
      ['too many warnings', clocks({ warnAt: many(11) }), '/clocks/0/warnAt', 'too-many'],
      ['equal specificity, the one', clocks({ when: { level: 'general' } }, { when: { kind: 'complaint' } }), '/clocks/0/when', 'equal-specificity'],
      ['equal specificity, the other', clocks({ when: { level: 'general' } }, { when: { kind: 'complaint' } }), '/clocks/1/when', 'equal-specificity'],
      ['a kind that is none', clocks({ when: { kind: 'tea' } }), '/clocks/0/when/kind', 'unknown-word'],
      ['an urgent clock in working time', clocks({ clock: 'decide-urgent' }), '/clocks/0/calendar', 'not-elapsed'],
      ['a hold of what is never held', clocks({ clock: 'accept', holds: ['third-party'] }), '/clocks/0/holds/0', 'clock-takes-no-holds'],
      ['extensions without a count', { extensions: { most: 'P3D' } }, '/extensions/count', 'out-of-range'],
    ],
  ],
  calendar: [
    faultsOfCalendar,
    calendar,
    [
      ['an unknown zone', { timeZone: 'Mars/Olympus' }, '/timeZone', 'unknown-time-zone'],
      ['overlapping shifts', { week: { mon: [shift, ['11:00', '13:00']] } }, '/week/mon/1', 'overlapping-shifts'],
      ['an empty week', { week: {} }, '/week', 'empty-week'],
      ['an impossible date', { holidays: ['2026-02-30'] }, '/holidays/0', 'invalid-date'],
      ['an impossible make-up day', { makeUpDays: { '2026-13-01': 'mon' } }, '/makeUpDays/2026-13-01', 'invalid-date'],
      ['a shift that is none', { exceptions: { '2026-02-16': [['9', '12']] } }, '/exceptions/2026-02-16/0', 'invalid-shift'],
      ['too many holidays', { holidays: many(5_001) }, '/holidays', 'too-many'],
    ],
  ],
  'routing table': [
    faultsOfRoutingTable,
    table,
    [
      ['no fallback', { fallback: undefined }, '/fallback', 'no-fallback'],
      ['a fallback that is no code', { fallback: 7 }, '/fallback', 'invalid-code'],
      ['no rules', { rules: undefined }, '/rules', 'wrong-type'],
      ['too many rules', { rules: many(5_001) }, '/rules', 'too-many'],
      ['a rule that is none', { rules: [null] }, '/rules/0', 'wrong-type'],
      ['a fact that is none', rules({ when: { colour: 'red' } }), '/rules/0/when/colour', 'unknown-member'],
      ['a level that is none', rules({ when: { level: 'huge' } }), '/rules/0/when/level', 'unknown-word'],
      ['no lead', rules({ lead: undefined }), '/rules/0/lead', 'invalid-code'],
      ['the lead beside itself', rules({ coHandling: ['quality'] }), '/rules/0/coHandling/0', 'lead-is-co-handling-too'],
      ['one department twice', rules({ coHandling: ['a', 'a'] }), '/rules/0/coHandling/1', 'duplicate'],
      ['the same conditions twice', rules({ when: { item: 'a', kind: 'praise' } }, { when: { kind: 'praise', item: 'a' } }), '/rules/1/when', 'same-conditions'],
    ],
  ],
  'item tree': [
    faultsOfItemTree,
    tree,
    [
      ['an item twice', { items: [...tree.items, ...tree.items] }, '/items/1/code', 'duplicate'],
      ['a parent that is none', { items: [{ ...tree.items[0], parent: 'b' }] }, '/items/0/parent', 'unknown-parent'],
      ['an item under itself', { items: [{ ...tree.items[0], parent: 'a' }] }, '/items/0/parent', 'unknown-parent'],
      ['no name', { items: [{ code: 'a', zh: ' ', en: 'A' }] }, '/items/0/zh', 'invalid-text'],
    ],
  ],
  template: [
    faultsOfTemplate,
    template,
    [
      ['an unknown variable', { texts: { zh: { text: '{{ caller.salary }}' } } }, '/texts/zh/text', 'unknown-variable'],
      ['a member of every object', { texts: { zh: { text: '{{constructor}}' } } }, '/texts/zh/text', 'unknown-variable'],
      ['braces left over', { texts: { zh: { text: '{{caller.name}' } } }, '/texts/zh/text', 'broken-placeholder'],
      ['a loop', { texts: { zh: { text: '{% for a in b %}' } } }, '/texts/zh/text', 'broken-placeholder'],
      ['no text', { texts: {} }, '/texts', 'empty-list'],
      ['a language nobody speaks here', { texts: { xx: { text: 'x' } } }, '/texts/xx', 'unknown-member'],
      ['an endless subject', { texts: { en: { text: 'x', subject: 'x'.repeat(201) } } }, '/texts/en/subject', 'invalid-text'],
    ],
  ],
  rule: [
    faultsOfRule,
    centreRule,
    [
      ['no title', { title: '' }, '/title', 'invalid-text'],
      ['no paragraph', { paragraphs: [] }, '/paragraphs', 'empty-list'],
      ['a paragraph twice', { paragraphs: [...centreRule.paragraphs, ...centreRule.paragraphs] }, '/paragraphs/1/number', 'duplicate'],
    ],
  ],
}; // prettier-ignore

describe.each(Object.entries(cases))('a %s', (_, [check, good, own]) => {
  test('without a fault has none', () => expect(check(good)).toEqual([]));

  test.each([...anyDocument, ...own])('with %s is refused', (_what, change, pointer, code) => {
    const found = check({ ...good, ...change }).map((fault) => [fault.pointer, fault.code]);
    expect(found).toContainEqual([pointer, code]);
  });

  test('that is any JSON at all has faults or is taken; nothing is thrown', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (body) => Array.isArray(check(body))));
  });

  test('with any JSON in any place has faults or is taken; nothing is thrown', () => {
    const hostile = fc.constantFrom<unknown>(
      { toString: 1, valueOf: 1 },
      { length: -1 },
      { __proto__: null },
      '__proto__',
      1e308,
    );
    const places = pointersInto(good);
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostile);
    fc.assert(
      fc.property(fc.constantFrom(...places), value, (path, put) => {
        const found = check(replaced(good, path, put));
        expect(found.every(({ pointer, code, detail }) => pointer.length + code.length + detail.length > 0)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('an inline calendar that is any JSON is no exception', () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => Array.isArray(faultsOfInlineCalendar(body))));
});

test('any two JSON values have differences, and a value has none from itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documentTypes), fc.jsonValue(), fc.jsonValue(), (type, one, other) => {
      expect(differencesOf(type, one, one)).toEqual([]);
      for (const difference of differencesOf(type, one, other))
        expect(difference.zh.length * difference.en.length).toBeGreaterThan(0);
    }),
  );
});

type Path = readonly (string | number)[];

function pointersInto(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([name, inner]) =>
    pointersInto(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [path, ...inside];
}

function replaced(value: unknown, [first, ...rest]: Path, put: unknown): unknown {
  if (first === undefined) return put;
  const inner = replaced((value as Record<string | number, unknown>)[first], rest, put);
  if (Array.isArray(value)) return (value as readonly unknown[]).map((one, place) => (place === first ? inner : one));
  return { ...(value as object), [first]: inner };
}
