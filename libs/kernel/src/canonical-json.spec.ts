import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  /** RFC 8785, sections 3.2.2 and 3.2.3. */
  test('writes the example of RFC 8785', () => {
    const example = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('sorts members by UTF-16 code units', () => {
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonicalJson(names)) as object).length).toBe(7);
    expect([...canonicalJson(names).matchAll(/:(\d)/g)].map(([, value]) => value).join('')).toBe('2467153');
  });

  test('is one text for one value, and that value again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  /** RFC 8785, said as plainly as it can be. */
  const plainly = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${plainly((value as Record<string, unknown>)[name])}`).join(',')}}`;
  };

  test('writes members in order at every depth, whatever their names', () => {
    const name = fc.oneof(fc.constantFrom('a', 'B', '10', '9', '-1', '', '__proto__', 'toString', 'é', '中'), fc.string());
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
      object: fc
        .array(fc.tuple(name, tie('tree')), { maxLength: 30 })
        .map((members) => JSON.parse(`{${members.map(([key, member]) => `${JSON.stringify(key)}:${JSON.stringify(member)}`).join(',')}}`) as unknown),
      tree: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('object'), fc.array(tie('tree'), { maxLength: 5 })),
    })); // prettier-ignore
    fc.assert(
      fc.property(tree, (value) => expect(canonicalJson(value)).toBe(plainly(value))),
      { numRuns: 1_000 },
    );
  });

  test('has no form for what writes itself', () => expect(() => canonicalJson({ at: new Date(0) })).toThrow(TypeError));

  test('leaves out undefined members', () => expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}'));

  test('a backslash before ud is no lone surrogate', () => {
    const text = String.raw`C:\ud800 \\udfff 😀`;
    expect(canonicalJson({ [text]: [text] })).toBe(plainly({ [text]: [text] }));
  });

  test.each([NaN, Infinity, 10n, Symbol('s'), () => 1, '\ud800', { a: ['\udc00'] }, { '\ud800': 1 }])(
    'has no form for %p',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});
