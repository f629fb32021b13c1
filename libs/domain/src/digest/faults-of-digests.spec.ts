import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestText } from './digest-template.js';
import { faultsOfDigestSchedule } from './faults-of-digest-schedule.js';
import { faultsOfDigestTemplate } from './faults-of-digest-template.js';

const head = { code: 'x', effectiveFrom: '2026-01-01T00:00:00+08:00' };
const template = { ...head, scope: 'department', title: { zh: '{{department}} {{period}}' }, sections: [{ section: 'faults' }] };
const schedule = {
  ...head, template: 'x', period: 'week', on: 'mon', at: '08:30', timeZone: 'Asia/Shanghai', readers: [{ role: 'manager' }],
}; // prettier-ignore
const sections = (...more: object[]) => ({ sections: more.map((one) => ({ section: 'faults', ...one })) });
const found = (faults: readonly { readonly pointer: string; readonly code: string }[]) =>
  faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('the template of a digest', () => {
  test('without a fault has none', () => {
    const all = { intro: { en: 'x' }, ...sections({ rows: 50, tickets: 0, title: { zh: '甲' } }, { section: 'repeated-faults', atLeast: 2 }) };
    expect(found(faultsOfDigestTemplate({ ...template, ...all }))).toEqual([]);
  }); // prettier-ignore

  test.each<[string, object, string]>([
    ['no code', { code: undefined }, '/code invalid-code'],
    ['a date that is none', { effectiveFrom: 'today' }, '/effectiveFrom invalid-instant'],
    ['a member nobody knows', { colour: 'red' }, '/colour unknown-member'],
    ['a scope that is none', { scope: 'world' }, '/scope unknown-word'],
    ['no title', { title: undefined }, '/title wrong-type'],
    ['a title in no language', { title: {} }, '/title empty-list'],
    ['a title in a language that nobody reads here', { title: { zh: 'a', fr: 'b' } }, '/title/fr unknown-member'],
    ['a title without end', { title: { zh: 'a'.repeat(121) } }, '/title/zh invalid-text'],
    ['a name that has no value', { title: { zh: '{{caller.name}}' } }, '/title/zh unknown-variable'],
    ['braces left over', { intro: { en: '{{period}' } }, '/intro/en broken-placeholder'],
    ['no sections', { sections: [] }, '/sections empty-list'],
    ['too many sections', { sections: Array.from({ length: 21 }, () => ({ section: 'faults' })) }, '/sections too-many'],
    ['a section that is none', sections({ section: 'weather' }), '/sections/0/section unknown-word'],
    ['a section twice', sections({}, {}), '/sections/1/section duplicate'],
    ['no line at all', sections({ rows: 0 }), '/sections/0/rows out-of-range'],
    ['more tickets than a person reads', sections({ tickets: 51 }), '/sections/0/tickets out-of-range'],
    ['tickets of what names none', sections({ section: 'trend', tickets: 3 }), '/sections/0/tickets not-of-this-section'],
    ['repeats of what does not repeat', sections({ atLeast: 3 }), '/sections/0/atLeast not-of-this-section'],
    ['one department compared with itself', sections({ section: 'departments' }), '/sections/0/section not-in-this-scope'],
  ])('with %s: %#', (_, change, wanted) => expect(found(faultsOfDigestTemplate({ ...template, ...change }))).toContain(wanted));

  test('gives the other language where one is missing, and a value is no template', () => {
    expect(digestText({ zh: '{{department}}：{{period}}' }, { department: '{{period}}', period: '2026-W10' })).toEqual({
      zh: '{{period}}：2026-W10',
      en: '{{period}}：2026-W10',
    });
  });
});

describe('the schedule of a digest', () => {
  test('without a fault has none, and may rest', () => {
    const readers = [{ role: 'leader' }, { account: 'wang', departments: ['quality'] }];
    expect(found(faultsOfDigestSchedule({ ...schedule, readers, calendar: 'default' }))).toEqual([]);
    expect(found(faultsOfDigestSchedule({ ...schedule, period: 'month', on: 28, readers: [] }))).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['no template', { template: undefined }, '/template invalid-code'],
    ['a period that is none', { period: 'day' }, '/period unknown-word'],
    ['a weekday that is none', { on: 'someday' }, '/on invalid-day'],
    ['a weekday of a month', { period: 'month', on: 'mon' }, '/on invalid-day'],
    ['a day that not every month has', { period: 'month', on: 29 }, '/on invalid-day'],
    ['a time that is none', { at: '25:00' }, '/at invalid-time'],
    ['a zone that is none', { timeZone: 'Mars/Base' }, '/timeZone unknown-time-zone'],
    ['no readers list', { readers: {} }, '/readers wrong-type'],
    ['a reader who is nobody', { readers: [{}] }, '/readers/0 role-or-account'],
    ['a reader who is two', { readers: [{ role: 'leader', account: 'a' }] }, '/readers/0 role-or-account'],
    ['a role that reads none', { readers: [{ role: 'agent' }] }, '/readers/0/role unknown-word'],
    ['an account that is none', { readers: [{ account: 'a b' }] }, '/readers/0/account invalid-account'],
    ['a department that is no code', { readers: [{ role: 'manager', departments: ['A B'] }] }, '/readers/0/departments/0 invalid-code'],
  ])('with %s: %#', (_, change, wanted) =>
    expect(found(faultsOfDigestSchedule({ ...schedule, ...change }))).toContain(wanted),
  ); // prettier-ignore
});

test('no JSON whatever breaks the check', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      for (const faultsOf of [faultsOfDigestTemplate, faultsOfDigestSchedule]) expect(faultsOf(body).length).toBeGreaterThan(0);
    }),
  );
});
