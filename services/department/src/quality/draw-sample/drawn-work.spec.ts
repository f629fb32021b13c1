import { describe, expect, test } from '@jest/globals';
import { lotOf, type SamplingRule } from '@ledgerline/domain';
import { drawnWork } from './drawn-work.js';
import type { FramedPiece, Population } from './population.js';
import { sharedOut } from './share-out.js';

type Piece = FramedPiece & { readonly level: string };

const framed = (agent: string, n: number, more: Partial<Piece> = {}): Piece => {
  const ticket = `t-${agent}-${n}`;
  return { ticket, lot: lotOf(ticket), piece: 0, work: 'reply', agent, at: 'x', month: '2026-02', confidential: false, level: 'general', ...more }; // prettier-ignore
};

function populationOf(all: readonly Piece[]): Population {
  const fitting = (agent: string, { work, when }: SamplingRule['strata'][number]) =>
    all
      .filter((one) => one.agent === agent && one.work === work && (when?.level ?? one.level) === one.level)
      .toSorted((a, b) => a.lot - b.lot);
  return {
    async *agents({ work }) {
      yield* [...new Set(all.filter((one) => one.work === work).map(({ agent }) => agent))].toSorted();
    },
    of: (agent, stratum) => ({
      count: async () => fitting(agent, stratum).length,
      from: async (lot, limit) => fitting(agent, stratum).filter((one) => one.lot >= lot).slice(0, limit), // prettier-ignore
    }),
  };
}

const everybody = [
  ...Array.from({ length: 40 }, (_, n) => framed('ann', n)),
  ...Array.from({ length: 3 }, (_, n) => framed('bob', n)),
  framed('bob', 9, { level: 'urgent' }),
  framed('ann', 0, { work: 'dissatisfied', lot: 5 }),
  framed('ann', 1, { work: 'dissatisfied', lot: 6 }),
];
const rule: Pick<SamplingRule, 'strata'> = {
  strata: [
    { work: 'reply', when: {}, take: { count: 5 } },
    { work: 'reply', when: { level: 'urgent' }, take: { share: 1 } },
    { work: 'dissatisfied', when: {}, take: { share: 1 } },
  ],
};
const draw = (seed: string, most = 100) => drawnWork(rule, seed, { population: populationOf(everybody), most });

describe('what a rule draws', () => {
  test('is so many of each agent, as far as there are, and all of what is always looked at', async () => {
    const found = await draw('seed');
    const told = found?.drawn.map(({ stratum, agent, population, pieces }) => [stratum, agent, population, pieces.length]);
    expect(told).toEqual([
      [0, 'ann', 40, 5],
      [0, 'bob', 4, 4],
      [1, 'bob', 1, 1],
      [2, 'ann', 2, 2],
    ]);
  });

  test('holds each piece once, though two strata drew it', async () => {
    const found = await draw('seed');
    const names = found?.pieces.map(({ ticket, piece }) => `${ticket} ${piece}`) ?? [];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('t-bob-9 0');
  });

  test('is the same to whoever has the seed, and other work by another', async () => {
    expect(await draw('seed')).toEqual(await draw('seed'));
    expect((await draw('seed'))?.drawn[0]).not.toEqual((await draw('another'))?.drawn[0]);
  });

  test('is not drawn at all where it is more than people can look at', async () => {
    expect(await draw('seed', 6)).toBeUndefined();
  });
});

describe('who looks at what', () => {
  const inspector = (id: string, ...more: readonly string[]) => ({ id, roles: ['inspector', ...more] });
  const pieces = Array.from({ length: 30 }, (_, n) => framed(n % 2 === 0 ? 'ann' : 'eve', n, { confidential: n === 3 }));

  test('is shared out evenly, never one’s own, and what is confidential to whoever sees that', () => {
    const found = sharedOut(pieces, [inspector('ann'), inspector('eve'), inspector('kay', 'coordinator')], 'seed');
    expect(found.some((one, place) => one === pieces[place]?.agent)).toBe(false);
    expect(found[3]).toBe('kay');
    const loads = ['ann', 'eve', 'kay'].map((id) => found.filter((one) => one === id).length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2);
  });

  test('is nobody’s where nobody may', () => {
    expect(sharedOut([framed('ann', 1)], [inspector('ann')], 'seed')).toEqual([undefined]);
    expect(sharedOut([framed('ann', 1, { confidential: true })], [inspector('eve')], 'seed')).toEqual([undefined]);
  });
});
