import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { fitnessOf, keepConformance, noCourse, ticketFold, type Deviation, type MaybeTicket } from '@ledgerline/domain';
import type { FactStore } from '@ledgerline/kernel';
import { eventsOf, filledFacts, tickets, writeLog } from '../e2e/sample-facts.js';
import type { WordList } from '../fill/word-list.js';
import { answerReport, answerTickets } from './answer-report.js';

jest.setTimeout(240_000);

const everything = { kind: 'person', id: 'a', roles: ['auditor'], departments: [] } as const;
const quality = { kind: 'person', id: 'h', roles: ['manager'], departments: ['quality'] } as const;

interface Replayed {
  readonly id: string;
  readonly fitness: number;
  readonly found: readonly Deviation[];
}

/** Each ticket replayed by itself, from its stream. */
async function replayed(id: string): Promise<Replayed> {
  let [course, ticket] = [noCourse, undefined as MaybeTicket];
  const found: Deviation[] = [];
  for (const event of await eventsOf(id)) {
    course = keepConformance(course, event, ticket);
    ticket = ticketFold.evolve(ticket, event);
    found.push(...course.found);
  }
  return { id, fitness: fitnessOf(course), found };
}

describe('the report of conformance', () => {
  let facts: FactStore;
  let words: WordList;
  let all: readonly Replayed[];
  const parts = () => ({ ask: facts.ask, words, configuration: { timeZone: 'Asia/Shanghai' } as never });
  const report = (group: readonly string[] = [], where = {}, principal: typeof everything | typeof quality = everything) =>
    answerReport({ name: 'conformance', filter: { group, where }, principal, now: 0 }, parts());
  beforeAll(async () => {
    await writeLog();
    ({ facts, words } = await filledFacts());
    all = await Promise.all(Array.from({ length: tickets }, (_, place) => replayed(`t${place}`)));
  });

  test('counts what a replay of each ticket finds, by name and by department', async () => {
    const found = all.flatMap((one) => one.found);
    const { total } = await report();
    expect(total['tickets']).toBe(tickets);
    expect(total['fit']).toBe(all.filter((one) => one.found.length === 0).length);
    expect([total['skipped'], total['outOfOrder'], total['unexpected'], total['owed']]).toEqual(
      ['skipped', 'out-of-order', 'unexpected', 'owed'].map((way) => found.filter((one) => one.way === way).length),
    );
    expect(total['fitness']).toBeCloseTo(all.reduce((sum, { fitness }) => sum + fitness, 0) / tickets, 4);
    const groups = (await report(['deviation', 'department'])).items.filter(({ group }) => group['deviation'] !== 'none');
    const counted = groups.map(({ group, figures }) => [`${group['deviation']} ${group['department']}`, ['skipped', 'outOfOrder', 'unexpected', 'owed'].reduce((sum, cell) => sum + Number(figures[cell]), 0)]); // prettier-ignore
    const expected = Map.groupBy(found, ({ name, department }) => `${name} ${department ?? 'none'}`);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries([...expected].map(([key, some]) => [key, some.length])));
    expect(expected.size).toBeGreaterThan(20);
  });

  test('leads to the tickets behind a number, each with its fitness', async () => {
    const filter = { group: [], where: { deviation: 'skipped-result' } };
    const { items } = await answerTickets({ name: 'conformance', filter, principal: everything, now: 0, cell: 'skipped', limit: 200 }, parts());
    const expected = all.filter(({ found }) => found.some(({ name }) => name === 'skipped-result'));
    expect(items.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    for (const item of items) {
      const { fitness, found } = expected.find(({ id }) => id === item.id) as Replayed;
      expect(item).toMatchObject({ facts: found.filter(({ name }) => name === 'skipped-result').length });
      expect([item.figures?.['fitness'], item.figures?.['deviations']]).toEqual([Number(fitness.toFixed(4)), found.length]);
    }
  }); // prettier-ignore

  test('counts nothing that the asker may not see', async () => {
    const { total } = await report([], {}, quality);
    const visible = await facts.ask(`SELECT count(*) AS n FROM tickets t WHERE t.ticket IN (SELECT a.ticket FROM assignments a WHERE a.department = ${words.known('quality')})`); // prettier-ignore
    expect(total['tickets']).toBeLessThanOrEqual(Number(visible[0]?.['n']));
    expect(total['tickets']).toBeGreaterThan(0);
    expect(Number(total['tickets'])).toBeLessThan(tickets);
  });
});
