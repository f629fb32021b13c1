import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawLots, lotEnd, lotOf } from './lots.js';

interface Item {
  readonly name: string;
  readonly lot: number;
}
const ringOf = (names: readonly string[]) =>
  names.map((name): Item => ({ name, lot: lotOf(name) })).toSorted((a, b) => a.lot - b.lot);

function draw(ring: readonly Item[], wanted: number, seed: string) {
  return drawLots<Item>(
    wanted,
    (n) => lotOf(`${seed} ${n}`),
    async (from, drawn) => ring.find(({ lot }) => lot >= from && !drawn.has(lot)),
  );
}

describe('lots', () => {
  test.each([
    ['a', 7_929_297_801_672_961],
    ['b', 8_684_336_938_537_663],
    ['revenge', 4_051_478_007_546_757],
    ['revenue', 8_309_097_637_345_594],
  ])('of %s is that of the published function', (text, lot) => expect(lotOf(text)).toBe(lot));

  test('lie on the ring', () => {
    fc.assert(fc.property(fc.string(), (text) => lotOf(text) >= 0 && lotOf(text) < lotEnd && Number.isInteger(lotOf(text))));
  });

  test('give so many, each once, and the same to whoever draws again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.uuid(), { maxLength: 30 }), fc.nat(40), fc.string(), async (names, wanted, seed) => {
        const [one, other] = [await draw(ringOf(names), wanted, seed), await draw(ringOf(names), wanted, seed)];
        expect(one).toEqual(other);
        expect(new Set(one).size).toBe(Math.min(wanted, names.length));
      }),
    );
  });

  test('favour nobody: over many months each of forty agents’ pieces is drawn as often as chance has it', async () => {
    const [pieces, rounds, wanted] = [40, 2_000, 4];
    const times = new Map<number, number>();
    for (let round = 0; round < rounds; round += 1) {
      // Every month has other tickets, and so other lots.
      const ring = Array.from({ length: pieces }, (_, place) => ({ name: String(place), lot: lotOf(`${round} ${place}`) }));
      const found = await draw(ring.toSorted((a, b) => a.lot - b.lot), wanted, `month ${round}`); // prettier-ignore
      for (const { name } of found) times.set(Number(name), (times.get(Number(name)) ?? 0) + 1);
    }
    const expected = (rounds * wanted) / pieces;
    const chiSquare = Array.from({ length: pieces }, (_, place) => ((times.get(place) ?? 0) - expected) ** 2 / expected);
    // 39 degrees of freedom: 73 is passed by chance once in a thousand.
    expect(chiSquare.reduce((sum, one) => sum + one, 0)).toBeLessThan(73);
  });
});
