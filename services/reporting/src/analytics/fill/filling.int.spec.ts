import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import { clocksOfTicket, rulebookOf, sightOf, ticketFold, type Ticket } from '@ledgerline/domain';
import type { FactStore } from '@ledgerline/kernel';
import {
  calendarDocument,
  eventsOf,
  everything,
  fill,
  filledFacts,
  policyDocument,
  tickets,
  writeLog,
} from '../e2e/sample-facts.js';
import { numbers } from '../e2e/sample-histories.js';
import { factTables } from '../fact-tables.js';
import { visibleTo } from '../visible.js';
import { WordList } from './word-list.js';

jest.setTimeout(240_000);

const tables = Object.keys(factTables.tables).filter((name) => name !== 'books' && name !== 'words');
const wordy =
  /^(kind|level|item|channel|site|district|product|lead|holder|closure|status|department|part|handler|clock|outcome|charged|policy|step|round|verdict|made_by|about|activity|actor|resource|way|deviation)$/;

beforeAll(writeLog);

/** Every table with words and ids in place of their numbers, which differ with the order in which they came. */
async function content(facts: FactStore): Promise<Readonly<Record<string, readonly string[]>>> {
  const words = new WordList();
  await words.load(facts);
  const ids = new Map((await facts.ask('SELECT ticket, id FROM tickets')).map(({ ticket, id }) => [ticket, id]));
  const told = ([name, one]: readonly [string, unknown]) => {
    if (name === 'ticket') return String(ids.get(one as number));
    return `${name}=${wordy.test(name) && typeof one === 'number' ? words.wordOf(one) : String(one)}`;
  };
  const rows = async (name: string) =>
    (await facts.ask(`SELECT * FROM ${name}`)).map((row) => Object.entries(row).map(told).join(' ')).toSorted();
  return Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await rows(name)] as const)));
}

describe('facts filled from a log', () => {
  test('are the same in one batch, in small ones, and however often the filling dies', async () => {
    const whole = await DuckDBFactStore.open(':memory:', factTables);
    await fill(whole, everything);
    const expected = await content(whole);
    expect(expected['tickets']).toHaveLength(tickets);
    expect(expected['ended_clocks']?.length).toBeGreaterThan(300);
    for (const seed of [1, 2, 3]) {
      const next = numbers(seed);
      const facts = await DuckDBFactStore.open(':memory:', factTables);
      const dies = () => (['nothing', 'before', 'after'] as const)[next(3)] as 'nothing';
      await fill(facts, { batch: () => 20 + next(90), dies });
      expect(await content(facts)).toEqual(expected);
      await facts.close();
    }
    await whole.close();
  });

  test('judge every clock as the ticket’s own deadlines do', async () => {
    const { facts, words } = await filledFacts();
    const rulebook = rulebookOf([policyDocument], new Map([['default', calendarDocument]]));
    const rows = await facts.ask(
      'SELECT t.id, t.updated, f.* FROM clocks f JOIN tickets t ON t.ticket = f.ticket ORDER BY t.id, f.run',
    );
    const byTicket = Map.groupBy(rows, ({ id }) => id as string);
    for (let place = 0; place < tickets; place += 1) {
      const kept = byTicket.get(`t${place}`) ?? [];
      const { clocks } = clocksOfTicket(await eventsOf(`t${place}`), rulebook, kept[0]?.['updated'] as number);
      const outcome = (row: (typeof kept)[number]) => words.wordOf(row['outcome'] as number).replace('-late', '');
      expect(kept.map((row) => [words.wordOf(row['clock'] as number), row['due'], row['working'], outcome(row)])).toEqual(
        clocks.map(({ clock, due, workedSeconds, verdict, state }) => {
          const instant = due === null ? null : Temporal.Instant.from(due).epochMilliseconds;
          return [clock, instant, workedSeconds, verdict?.verdict ?? state];
        }),
      );
    }
    await facts.close();
  });

  test('show a viewer exactly the tickets that they may see one by one', async () => {
    const { facts, words } = await filledFacts();
    const ids = Array.from({ length: tickets }, (_, place) => `t${place}`);
    const folded = await Promise.all(
      ids.map(async (id) => [id, (await eventsOf(id)).reduce(ticketFold.evolve, undefined) as Ticket] as const),
    );
    const seenBySome = new Set<number>();
    for (const roles of [
      ['agent'],
      ['coordinator'],
      ['inspector'],
      ['handler'],
      ['manager'],
      ['office'],
      ['auditor'],
      ['handler', 'agent'],
      [],
    ])
      for (const departments of [['quality'], ['after-sales', 'nowhere'], ['*'], []])
        for (const id of ['h-quality', 'h-logistics', 'stranger']) {
          const principal = { kind: 'person', id, roles, departments } as const;
          const sees = folded.filter(([, ticket]) => typeof sightOf(ticket, principal) !== 'string').map(([one]) => one);
          const shown = await facts.ask(`SELECT t.id FROM tickets t WHERE ${visibleTo(principal, words)}`);
          expect(shown.map((row) => row['id']).toSorted()).toEqual(sees.toSorted());
          seenBySome.add(sees.length);
        }
    expect(seenBySome.size).toBeGreaterThan(6);
    await facts.close();
  });
});
