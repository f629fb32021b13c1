import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Principal } from '@ledgerline/contracts';
import { sightOf, stepsOf, ticketFold, type Ticket } from '@ledgerline/domain';
import type { FactStore } from '@ledgerline/kernel';
import { eventsOf, filledFacts, tickets, writeLog } from '../e2e/sample-facts.js';
import type { WordList } from '../fill/word-list.js';
import { courseId } from './course-id.js';
import { processGraph } from './process.js';
import type { ProcessPart } from './process-part.js';
import { processTickets } from './process-tickets.js';

jest.setTimeout(240_000);

const everything: Principal = { kind: 'person', id: 'a', roles: ['auditor'], departments: [] };
const quality: Principal = { kind: 'person', id: 'h', roles: ['manager'], departments: ['quality'] };

interface Walked {
  readonly id: string;
  readonly ticket: Ticket;
  readonly activities: readonly string[];
}

/** The course of each ticket, from its stream. */
async function walked(id: string): Promise<Walked> {
  const events = await eventsOf(id);
  const ticket = events.reduce(ticketFold.evolve, ticketFold.initial) as Ticket;
  return { id, ticket, activities: stepsOf(id, events, 'own').map(({ activity }) => activity) };
}

describe.each([['who sees everything', everything], ['a manager', quality]] as const)('the tickets behind the process, for %s', (_, principal) => {
  let facts: FactStore;
  let words: WordList;
  let seen: readonly Walked[];
  const behind = async (part: ProcessPart, page: { readonly limit?: number; readonly before?: number } = {}) =>
    processTickets({ principal, log: 'own', limit: 200, part, ...page }, { ask: facts.ask, words });
  /** What a walk through each ticket finds, as the answer tells it. */
  const expected = (count: (course: readonly string[]) => number) =>
    seen.map(({ id, activities }) => [id, count(activities)] as const).filter(([, times]) => times > 0).toSorted();
  const found = async (part: ProcessPart) => (await behind(part)).items.map(({ id, facts: times }) => [id, times] as const).toSorted();
  beforeAll(async () => {
    await writeLog();
    ({ facts, words } = await filledFacts());
    const all = await Promise.all(Array.from({ length: tickets }, (_one, place) => walked(`t${place}`)));
    seen = all.filter(({ ticket }) => sightOf(ticket, principal) !== 'ticket-not-found');
  });

  test('are those whose courses have it, each as often as it was counted', async () => {
    const graph = await processGraph({ principal, log: 'own', limit: 200 }, { ask: facts.ask, words });
    expect(graph.cases).toBe(seen.length);
    expect(await found({})).toEqual(expected(() => 1));
    expect(await found({ cell: 'events' })).toEqual(expected((course) => course.length));
    for (const { activity } of graph.activities) {
      expect(await found({ activity })).toEqual(expected((course) => course.filter((one) => one === activity).length));
      expect(await found({ activity, cell: 'starts' })).toEqual(expected((course) => Number(course[0] === activity)));
      expect(await found({ activity, cell: 'ends' })).toEqual(expected((course) => Number(course.at(-1) === activity)));
    }
    expect(graph.edges.length).toBeGreaterThan(50);
    for (const { from, to, count } of graph.edges.filter((_one, place) => place % 7 === 0)) {
      const behindIt = await found({ activity: from, next: to });
      expect(behindIt).toEqual(expected((course) => course.filter((one, place) => one === from && course[place + 1] === to).length));
      expect(behindIt.reduce((sum, [, times]) => sum + times, 0)).toBe(count);
    }
    for (const { activities, cases } of graph.variants.slice(0, 10)) {
      const ofCourse = await found({ course: courseId(activities) });
      expect(ofCourse).toEqual(expected((course) => Number(course.join('\n') === activities.join('\n'))));
      expect(ofCourse).toHaveLength(cases);
    }
  });

  test('come in pages, the newest first, each once', async () => {
    const ids: string[] = [];
    let before: number | undefined;
    do {
      const { items, next } = await behind({ activity: 'TicketRegistered' }, { limit: 3, ...(before === undefined ? {} : { before }) });
      expect(items.length).toBeLessThanOrEqual(3);
      ids.push(...items.map(({ id }) => id));
      before = next === null ? undefined : Number(next);
    } while (before !== undefined);
    expect(new Set(ids).size).toBe(seen.length);
    expect(ids).toHaveLength(seen.length);
  });

  test('are none of what nobody did', async () => {
    for (const part of [{ activity: 'Nothing' }, { activity: 'TicketRegistered', next: 'Nothing' }, { course: `3.${'0'.repeat(24)}` }])
      expect(await behind(part)).toEqual({ items: [], next: null });
  });
}); // prettier-ignore
