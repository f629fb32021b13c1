import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  isServed,
  pointsOf,
  positionOf,
  queryTermsOf,
  RecentMap,
  streamName,
  termsOf,
  Turns,
  type CollectionDefinition,
} from './index.js';

describe('positions', () => {
  const point = fc.record({
    log: fc.stringMatching(/^[a-z0-9_-]{1,40}$/),
    epoch: fc.stringMatching(/^[a-z0-9]{1,16}$/),
    sequence: fc.integer({ min: 0, max: 2 ** 50 }),
  });
  test('come back from their text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(point, { minLength: 1, maxLength: 4, selector: ({ log }) => log }), (points) => {
        const back = pointsOf(positionOf(points));
        expect(back && positionOf(back)).toBe(positionOf(points));
        expect(back).toHaveLength(points.length);
      }),
    );
  });
  test.each([
    '',
    'main',
    'main.e1',
    'main.e1.-1',
    'main.e1.01',
    'main.e1.99999999999999999999',
    'a b.e.1',
    'main.e1.1~',
    'main.e1.1~x',
  ])('%p is none', (text) => expect(pointsOf(text)).toBeUndefined());
});

describe('terms', () => {
  const finds = (query: string, text: string) => queryTermsOf(query).every((term) => termsOf(text).includes(term));
  test.each([
    ['漏水', '三楼卫生间漏水，请派人来修'],
    ['卫生间漏水', '三楼卫生间漏水'],
    ['间漏', '卫生间漏水'],
    ['修', '请派人来修'],
    ['ＦＲＩＤＧＥ', 'The fridge does not cool'],
    ['Straße 路灯', '路灯坏了 near the straße'],
    ['13800138000', 'call 13800138000 please'],
  ])('%p is found in %p', (query, text) => expect(finds(query, text)).toBe(true));
  test.each([
    ['漏电', '卫生间漏水'],
    ['cool fridges', 'The fridge does not cool'],
  ])('%p is not found in %p', (query, text) => expect(finds(query, text)).toBe(false));
  test('are those of the dictionary alone, whatever stands between words', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    const piece = fc.oneof(
      fc.constantFrom(' ', '  ', '\n', ',', '. ', ': ', "'", '-', '…', '漏水', '路灯坏了', 'don’t', '3.14', 'a:b', '\u0301', '\u200d', 'é', 'ßx', 'привет'),
      fc.stringMatching(/^[a-zA-Z0-9]{1,6}$/),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const plain = text.normalize('NFKC').toLowerCase();
        const words = [...segmenter.segment(plain)].filter(
          ({ isWordLike, segment }) => isWordLike && /[\p{L}\p{N}]/u.test(segment),
        );
        const bigrams = [...plain.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) =>
          Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
        );
        const expected = new Set([...words.map(({ segment }) => segment.slice(0, 40)), ...bigrams]);
        expect(new Set(termsOf(text))).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });
  test('are bounded whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(termsOf(text, 50).length).toBeLessThanOrEqual(51);
        expect(queryTermsOf(text).length).toBeLessThanOrEqual(20);
        for (const term of termsOf(text)) expect(term.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe('Turns', () => {
  test('one at a time for each key, in order; a failure lets the next one through', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const task =
      (name: string, fails = false) =>
      async () => {
        seen.push(`${name}+`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        seen.push(`${name}-`);
        if (fails) throw new Error(name);
      };
    const all = [turns.take('a', task('1', true)), turns.take('a', task('2')), turns.take('b', task('3'))];
    await expect(all[0]).rejects.toThrow('1');
    await Promise.all(all.slice(1));
    expect(seen.indexOf('1-')).toBeLessThan(seen.indexOf('2+'));
    expect(seen.indexOf('3+')).toBeLessThan(seen.indexOf('1-'));
    await Promise.resolve();
    expect(turns.length).toBe(0);
  });
});

test('RecentMap keeps what was used last', () => {
  const map = new RecentMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  map.set('d', 4);
  map.set('e', 5);
  expect([map.get('a'), map.get('b'), map.get('d'), map.get('e')]).toEqual([undefined, undefined, 4, 5]);
});

test('RecentMap keeps the last `size` entries used, whatever is asked, and no more than twice as many', () => {
  const use = fc.record({ key: fc.integer({ min: 0, max: 15 }), sets: fc.boolean() });
  fc.assert(
    fc.property(fc.array(use, { maxLength: 200 }), (uses) => {
      const map = new RecentMap<number, number>(4);
      const used: number[] = [];
      for (const { key, sets } of uses) {
        if (sets) map.set(key, key);
        else if (map.get(key) === undefined) continue;
        used.splice(0, used.length, key, ...used.filter((one) => one !== key));
        for (const recent of used.slice(0, 4)) expect(new Map([[recent, map.get(recent)]])).toEqual(new Map([[recent, recent]]));
        for (const recent of used.slice(0, 4).reverse()) map.get(recent);
        expect(map.count).toBeLessThanOrEqual(8);
      }
    }),
  );
});

test.each(['ticket', 'ticket.', '.id', 'Ticket.a', 'ticket.a b', `ticket.${'x'.repeat(65)}`, 'ticket.a.b', 'ticket.*'])(
  '%p is no stream',
  (name) => {
    const [category = '', id = ''] = [name.split('.')[0], name.split('.').slice(1).join('.')];
    expect(() => streamName(category, id)).toThrow(TypeError);
  },
);

test('a query is served by an index with its equal fields in front and its order after', () => {
  const definition = { indexes: [['scope', 'open', 'due'], ['number']] } as unknown as CollectionDefinition<never>;
  expect(isServed(definition, { where: { scope: 'x', open: true }, sort: ['-due'] })).toBe(true);
  expect(isServed(definition, { where: { scope: 'x' } })).toBe(true);
  expect(isServed(definition, { where: { open: true }, sort: ['due'] })).toBe(false);
  expect(isServed(definition, { where: { scope: 'x' }, sort: ['due'] })).toBe(false);
});
