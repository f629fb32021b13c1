import { describe, expect, test } from '@jest/globals';
import { moved, step, valueAt, withValueAt } from './json-pointer.ts';

const document = { code: 'a', rules: [{ lead: 'x' }, { lead: 'y', when: { 'a/b': 1 } }], empty: {} };

describe('a document changed at a place', () => {
  test.each([
    ['/code', 'a'],
    ['/rules/1/lead', 'y'],
    [`/rules/1/when/${step('a/b')}`, 1],
    ['/rules/7/lead', undefined],
    ['/nothing/there', undefined],
    ['', document],
  ])('%s is read', (pointer, value) => {
    expect(valueAt(document, pointer)).toEqual(value);
  });

  test('a change leaves what it was made from as it was, and the order of members too', () => {
    const next = withValueAt(document, '/rules/0/lead', 'z');
    expect(next).toEqual({ ...document, rules: [{ lead: 'z' }, document.rules[1]] });
    expect(Object.keys(next as object)).toEqual(['code', 'rules', 'empty']);
    expect(document.rules[0]).toEqual({ lead: 'x' });
  });

  test('what is taken away is gone: a member, an item of a list', () => {
    expect(withValueAt(document, '/rules/0', undefined)).toEqual({ ...document, rules: [document.rules[1]] });
    expect(withValueAt(document, '/code', undefined)).toEqual({ rules: document.rules, empty: {} });
  });

  test('members on the way come into being', () => {
    expect(withValueAt({}, '/when/kind', 'complaint')).toEqual({ when: { kind: 'complaint' } });
    expect(withValueAt(document, '/rules/2', { lead: 'new' })).toEqual({
      ...document,
      rules: [...document.rules, { lead: 'new' }],
    });
  });

  test('an item is moved, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 0, 5)).toEqual(['b', 'c', 'a']);
  });
});
