import { describe, expect, test } from '@jest/globals';
import { MemoryReadModels } from '@ledgerline/adapter-memory';
import { workFrameCollection, type FramedTicket } from '../work-frame/work-frame.projection.js';
import { populationIn, type Frame, type FramedPiece } from './population.js';

type Work = FramedTicket['done'][number];
const general = { channel: 'phone', kind: 'complaint', level: 'general' } as const;
const reply = (agent: string, week: string, month: string, more: Partial<Work> = {}): Work => {
  return { work: 'reply', piece: 0, agent, at: 'x', knownAt: '2026-03-01T00:00:00.000Z', week, month, ...general, ...more };
};

async function framed(done: readonly Work[]) {
  const collection = await new MemoryReadModels().collection(workFrameCollection);
  const changes = done.map((one, n) => ({
    id: `t-${n}`,
    document: { id: `t-${n}`, ...general, confidential: false, done: [one], pieces: 1 },
    versions: {},
  }));
  await collection.write(changes, { position: '1' as never, owner: await collection.claim() });
  return (period: Frame['period']) => populationIn(collection, { period, knownAt: '2026-04-01T00:00:00.000Z' });
}

const stratum = { work: 'reply', take: { count: 1 } } as const;
async function tickets(pieces: Promise<readonly FramedPiece[]>): Promise<readonly string[]> {
  return (await pieces).map(({ ticket }) => ticket).toSorted();
}

describe('what can be drawn of a period', () => {
  const everything = framed([
    ...Array.from({ length: 6 }, () => reply('bob', '2026-W09', '2026-02')),
    ...Array.from({ length: 6 }, () => reply('bob', '2026-W09', '2026-03')),
    reply('bob', '2026-W10', '2026-03'),
    reply('ann', '2026-W09', '2026-03'),
    reply('eve', '2026-W10', '2026-03'),
    reply('bob', '2026-W09', '2026-03', { knownAt: '2026-04-02T00:00:00.000Z' }),
    reply('bob', '2026-W09', '2026-03', { level: 'urgent' }),
  ]);
  const week = { kind: 'week', name: '2026-W09' } as const;

  test('of a week is that of both its months, in the order of the lots, as many as asked for', async () => {
    const work = (await everything)(week).of('bob', { ...stratum, when: { level: 'general' } });
    const found = await work.from(0, 50);
    expect(found.map(({ lot }) => lot)).toEqual(found.map(({ lot }) => lot).toSorted((a, b) => a - b));
    expect(found.length).toBe(12);
    expect(await work.count()).toBe(12);
    expect(await work.from(0, 5)).toEqual(found.slice(0, 5));
    expect(await work.from(found[7]?.lot ?? 0, 3)).toEqual(found.slice(7, 10));
  });

  test('of a month is none of another’s', async () => {
    const population = (await everything)({ kind: 'month', name: '2026-03' });
    expect(await tickets(population.of('bob', stratum).from(0, 50))).toEqual(
      ['t-6', 't-7', 't-8', 't-9', 't-10', 't-11', 't-12', 't-16'].toSorted(),
    );
  });

  test('is asked of each agent once, in order', async () => {
    const agents = await Array.fromAsync((await everything)(week).agents(stratum));
    expect(agents).toEqual(['ann', 'bob', 'eve']);
    expect(await (await everything)(week).of('eve', stratum).count()).toBe(0);
  });
});
