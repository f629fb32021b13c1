import { describe, expect, jest, test } from '@jest/globals';
import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import type { FactRow, Position } from '@ledgerline/kernel';
import fc from 'fast-check';
import { factTables } from '../fact-tables.js';
import { WordList } from '../fill/word-list.js';
import { answerReport, answerTickets } from './answer-report.js';

jest.setTimeout(240_000);

const auditor = { kind: 'person', id: 'a', roles: ['auditor'], departments: [] } as const;
const columns = Object.keys(factTables.tables['tickets']?.columns ?? {});

/** Facts of tickets that were registered at these instants. */
async function registeredAt(instants: readonly number[]) {
  const facts = await DuckDBFactStore.open(':memory:', factTables);
  const row = (registered: number, ticket: number): FactRow =>
    columns.map((name) => ({ ticket, id: `t${ticket}`, number: `n${ticket}`, registered, status: 0 })[name] ?? null);
  const added = new Map([['tickets', instants.map(row)], ['words', [[0, 'registered']]]] as const); // prettier-ignore
  await facts.write({ position: 'x' as Position, added, replaced: {} });
  const words = new WordList();
  await words.load(facts);
  return { facts, words };
}

/** A stretch as Temporal tells it. */
function told(instant: number, zone: string): Readonly<Record<string, string | number>> {
  const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const week = `${wall.yearOfWeek}-W${String(wall.weekOfYear).padStart(2, '0')}`;
  const day = wall.toPlainDate().toString();
  return { day, month: day.slice(0, 7), week, hour: wall.hour, weekday: wall.dayOfWeek };
}

describe('stretches of the calendar', () => {
  test('are those of the site’s zone, over its changes of the clock, and lead to the same tickets', async () => {
    const between = fc.integer({ min: Date.parse('2024-12-20T00:00:00Z'), max: Date.parse('2026-01-10T00:00:00Z') });
    // Also around the hours that are skipped, or come twice.
    const change = fc.constantFrom(
      '2025-03-30T01:00:00Z',
      '2025-10-26T01:00:00Z',
      '2025-03-09T07:00:00Z',
      '2025-11-02T06:00:00Z',
    );
    const near = fc.tuple(change, fc.integer({ min: -7_200_000, max: 7_200_000 })).map(([at, by]) => Date.parse(at) + by);
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');
    const instants = fc.array(fc.oneof(between, near), { minLength: 1, maxLength: 30 });
    const property = fc.asyncProperty(instants, zones, async (registered, timeZone) => {
      const { facts, words } = await registeredAt(registered);
      const configuration = { timeZone } as Parameters<typeof answerReport>[1]['configuration'];
      const parts = { ask: facts.ask, words, configuration };
      const asked = { name: 'load', principal: auditor, now: 0 };
      for (const column of ['day', 'month', 'week', 'hour', 'weekday']) {
        const { items, total } = await answerReport({ ...asked, filter: { group: [column], where: {} } }, parts);
        const wanted = Map.groupBy(registered, (instant) => told(instant, timeZone)[column] as string | number);
        expect(total['registered']).toBe(registered.length);
        expect(new Map(items.map(({ group, figures }) => [group[column], figures['registered']]))).toEqual(
          new Map([...wanted].map(([of, some]) => [of, some.length])),
        );
        const [first] = items;
        const filter = { group: [], where: { [column]: String(first?.group[column]) } };
        const behind = await answerTickets({ ...asked, filter, cell: 'registered', limit: 50 }, parts);
        expect(behind.items).toHaveLength(Number(first?.figures['registered']));
      }
      await facts.close();
    });
    await fc.assert(property, { numRuns: 12 });
  });

  test('that are none have no tickets', async () => {
    const { facts, words } = await registeredAt([Date.parse('2026-02-28T12:00:00Z')]);
    const configuration = { timeZone: 'Asia/Shanghai' } as Parameters<typeof answerReport>[1]['configuration'];
    const registered = async (column: string, value: string) => {
      const asked = { name: 'load', principal: auditor, now: 0, filter: { group: [], where: { [column]: value } } };
      return (await answerReport(asked, { ask: facts.ask, words, configuration })).total['registered'];
    };
    expect(await registered('month', '2026-02')).toBe(1);
    expect(await registered('week', '2026-W09')).toBe(1);
    for (const [column, value] of [['month', '2026-13'], ['day', '2026-02-30'], ['week', '2026-W54'], ['day', "x' OR 1=1"]] as const)
      expect(await registered(column, value)).toBe(0); // prettier-ignore
    await facts.close();
  });
});
