import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Principal } from '@ledgerline/contracts';
import { isOpen, seesAllTickets, sightOf, stillShown, ticketFold, type Ticket } from '@ledgerline/domain';
import { foldAt, type FactStore, type RecordedEvent } from '@ledgerline/kernel';
import { eventsOf, filledFacts, tickets, writeLog } from '../e2e/sample-facts.js';
import { numbers } from '../e2e/sample-histories.js';
import type { WordList } from '../fill/word-list.js';
import { answerPast, answerPastCount, type PastFilter } from './answer-past.js';

jest.setTimeout(240_000);

const everyone: Principal = { kind: 'person', id: 'all', roles: ['coordinator', 'auditor'], departments: [] };

/** The list by folding every stream, with nothing derived. */
function fits(ticket: Ticket, { at: _at, open, department, part, handler, ...facts }: PastFilter): boolean {
  if (open !== undefined && isOpen(ticket) !== open) return false;
  for (const [name, wanted] of Object.entries(facts)) if (ticket[name as 'status'] !== wanted) return false;
  if (department === undefined && part === undefined && handler === undefined) return true;
  return ticket.parts
    .filter(stillShown)
    .some(
      (one) =>
        (department ?? one.department) === one.department &&
        (part ?? one.part) === one.part &&
        (handler ?? one.handler) === one.handler,
    );
}

/** Who does not see all tickets has those on the list that a department of theirs held then. */
function isHeldBy(ticket: Ticket, { roles, departments }: Principal): boolean {
  return seesAllTickets(roles) || ticket.parts.filter(stillShown).some(({ department }) => departments.includes(department));
}

describe('work lists as they stood', () => {
  const streams = new Map<string, readonly RecordedEvent[]>();
  let facts: FactStore;
  let words: WordList;
  beforeAll(async () => {
    await writeLog();
    ({ facts, words } = await filledFacts());
    for (let place = 0; place < tickets; place += 1) streams.set(`t${place}`, await eventsOf(`t${place}`));
  });

  const listed = (filter: PastFilter, principal: Principal) =>
    [...streams].flatMap(([id, events]) => {
      const { state: then } = foldAt(events, ticketFold, { at: new Date(filter.at).toISOString() });
      const today = events.reduce<Ticket | undefined>(ticketFold.evolve, undefined);
      const shows = then !== undefined && today !== undefined && typeof sightOf(today, principal) !== 'string';
      return shows && fits(then, filter) && isHeldBy(then, principal) ? [id] : [];
    });
  const answered = async (filter: PastFilter, principal: Principal) => {
    const ids: string[] = [];
    for (let before: number | undefined; ;) {
      const page = await answerPast(
        { filter, principal, limit: 7, ...(before === undefined ? {} : { before }) },
        { ask: facts.ask, words },
      );
      ids.push(...page.ids);
      if (page.next === null) break;
      before = Number(page.next);
    }
    expect((await answerPastCount({ filter, principal }, { ask: facts.ask, words })).count).toBe(ids.length);
    return ids;
  };

  test('hold what folding every stream up to then gives, at the instants of events and between them', async () => {
    const instants = [...streams.values()].flat().map(({ meta }) => Temporal.Instant.from(meta.at).epochMilliseconds);
    const ofTickets = [...streams.values()].flatMap(
      (events) => events.reduce<Ticket | undefined>(ticketFold.evolve, undefined) ?? [],
    );
    const some = ofTickets.flatMap((ticket) => ticket.parts);
    const next = numbers(11);
    const one = <Item>(of: readonly Item[]) => of[next(of.length)] as Item;
    let found = 0;
    for (let round = 0; round < 150; round += 1) {
      const at = one(instants) + one([-1, 0, 1, 40_000]);
      const part = one(some);
      const filters: readonly Omit<PastFilter, 'at'>[] = [
        {}, { open: true }, { status: one(ofTickets).status }, { kind: one(ofTickets).kind, level: one(ofTickets).level },
        { department: part.department }, { department: part.department, part: part.part, open: true },
        ...(part.handler === undefined ? [] : [{ handler: part.handler }]),
      ]; // prettier-ignore
      const filter = { at, ...one(filters) };
      const expected = listed(filter, everyone).toSorted();
      expect([filter, (await answered(filter, everyone)).toSorted()]).toEqual([filter, expected]);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(150);
  });

  test('show by the rights of today', async () => {
    const at = Math.max(...[...streams.values()].flat().map(({ meta }) => Temporal.Instant.from(meta.at).epochMilliseconds));
    const agent: Principal = { ...everyone, roles: ['agent'] };
    const handler: Principal = { ...everyone, roles: ['handler'], departments: ['quality'] };
    for (const principal of [agent, handler]) {
      const expected = listed({ at }, principal);
      expect((await answered({ at }, principal)).toSorted()).toEqual(expected.toSorted());
      expect(expected.length).toBeLessThan(streams.size);
    }
  });
});
