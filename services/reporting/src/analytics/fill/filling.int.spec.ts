import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import { MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import {
  clocksOfTicket,
  ledgerlineEvents,
  rulebookOf,
  sightOf,
  ticketFold,
  type GovernedDocument,
  type Ticket,
} from '@ledgerline/domain';
import { EventCodec, KeyRing, streamName, type FactStore } from '@ledgerline/kernel';
import { readFileSync } from 'node:fs';
import { factTables } from '../fact-tables.js';
import { visibleTo } from '../visible.js';
import { Filling } from './filling.js';
import { numbers, sampleLog } from './sample-histories.js';
import { WordList } from './word-list.js';

jest.setTimeout(60_000);

const shipped = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../administration/src/installation/shipped/${file}.json`, import.meta.url), 'utf8'));
const approved = (type: 'policy' | 'calendar', code: string, body: unknown) =>
  [
    ['DocumentDrafted', { type, code, draft: 1, body }],
    ['DocumentSubmitted', { draft: 1 }],
    ['DocumentApproved', { draft: 1, effectiveFrom: '2025-12-01T00:00:00Z', shipped: true, ownDraft: false }],
  ] as const;
const [policy, calendar] = [shipped('company-policy'), shipped('default-calendar')];
const documents = [approved('policy', 'company', policy), approved('calendar', 'default', calendar)].map((steps) => [...steps]);
const { commits } = sampleLog(40, documents, 7, nodeCryptography);
const store = new MemoryEventStore();
const codec = new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(new MemoryVault()));
const tables = Object.keys(factTables.tables).filter((name) => name !== 'books' && name !== 'words');

beforeAll(async () => {
  for (const commit of commits) await store.append(commit);
});

/** Fills in batches of changing size; every so often it dies before or after a batch is written, and begins anew where the facts end. */
async function filled(facts: FactStore, batchOf: () => number, diesOf: () => 'nothing' | 'before' | 'after'): Promise<void> {
  let filling = await Filling.from({ store, codec, facts });
  let position = await facts.position();
  for (;;) {
    const stored = await store.read(position, batchOf());
    if (stored.length === 0) return;
    await filling.take(stored);
    const dies = diesOf();
    if (dies !== 'before') await filling.write();
    if (dies !== 'nothing') filling = await Filling.from({ store, codec, facts });
    position = await facts.position();
  }
}

/** Every table with words in place of their numbers, which differ with the order in which they came. */
async function content(facts: FactStore): Promise<Readonly<Record<string, readonly string[]>>> {
  const words = new WordList();
  await words.load(facts);
  const wordy =
    /^(kind|level|item|channel|site|district|product|lead|holder|closure|status|department|part|handler|clock|outcome|charged|policy|step|round|verdict|made_by|about|activity|actor|resource)$/;
  const told = (row: object) => Object.entries(row).filter(([name]) => name !== 'ticket').map(([name, one]) => `${name}=${wordy.test(name) && typeof one === 'number' ? words.wordOf(one) : String(one)}`); // prettier-ignore
  const ids = new Map((await facts.ask('SELECT ticket, id FROM tickets')).map(({ ticket, id }) => [ticket, id]));
  const rows = async (name: string) => (await facts.ask(`SELECT * FROM ${name}`)).map((row) => `${String(ids.get(row['ticket'] ?? 0))} ${told(row).join(' ')}`).toSorted(); // prettier-ignore
  return Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await rows(name)] as const)));
}

describe('facts filled from a log', () => {
  test('are the same in one batch, in small ones, and however often the filling dies', async () => {
    const whole = await DuckDBFactStore.open(':memory:', factTables);
    await filled(whole, () => 100_000, () => 'nothing'); // prettier-ignore
    const expected = await content(whole);
    expect(expected['tickets']).toHaveLength(40);
    expect(expected['ended_clocks']?.length).toBeGreaterThan(300);
    for (const seed of [1, 2, 3]) {
      const next = numbers(seed);
      const facts = await DuckDBFactStore.open(':memory:', factTables);
      await filled(facts, () => 20 + next(90), () => (['nothing', 'before', 'after'] as const)[next(3)] as 'nothing'); // prettier-ignore
      expect(await content(facts)).toEqual(expected);
      await facts.close();
    }
    await whole.close();
  });

  test('judge every clock as the ticket’s own deadlines do', async () => {
    const facts = await DuckDBFactStore.open(':memory:', factTables);
    await filled(facts, () => 64, () => 'nothing'); // prettier-ignore
    const document = (type: 'policy' | 'calendar', code: string, body: unknown): GovernedDocument => ({
      type,
      code,
      versions: [
        {
          draft: 1,
          status: 'approved',
          body,
          draftedBy: 'x',
          effectiveFrom: '2025-12-01T00:00:00Z',
          approvedAt: '2026-01-01T00:00:00Z',
        },
      ],
    });
    const rulebook = rulebookOf(
      [document('policy', 'company', policy)],
      new Map([['default', document('calendar', 'default', calendar)]]),
    );
    const words = new WordList();
    await words.load(facts);
    const rows = await facts.ask(
      'SELECT t.id, t.updated, f.* FROM clocks f JOIN tickets t ON t.ticket = f.ticket ORDER BY t.id, f.run',
    );
    const byTicket = Map.groupBy(rows, ({ id }) => id as string);
    for (let place = 0; place < 40; place += 1) {
      const events = (await codec.open(await store.load(streamName('ticket', `t${place}`)), [])).flatMap(
        (commit) => commit.events,
      );
      const kept = byTicket.get(`t${place}`) ?? [];
      const { clocks } = clocksOfTicket(events, rulebook, kept[0]?.['updated'] as number);
      expect(kept.map((row) => [words.wordOf(row['clock'] as number), row['due'], row['working'], words.wordOf(row['outcome'] as number).replace('-late', '')])).toEqual(
        clocks.map(({ clock, due, workedSeconds, verdict, state }) => [clock, due === null ? null : Temporal.Instant.from(due).epochMilliseconds, workedSeconds, verdict?.verdict ?? state]),
      ); // prettier-ignore
    }
    await facts.close();
  });

  test('show a viewer exactly the tickets that they may see one by one', async () => {
    const facts = await DuckDBFactStore.open(':memory:', factTables);
    await filled(facts, () => 500, () => 'nothing'); // prettier-ignore
    const words = new WordList();
    await words.load(facts);
    const tickets = await Promise.all(
      Array.from({ length: 40 }, async (_, place) => {
        const opened = await codec.open(await store.load(streamName('ticket', `t${place}`)), []);
        return [`t${place}`, opened.flatMap(({ events }) => events).reduce(ticketFold.evolve, undefined) as Ticket] as const;
      }),
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
          const sees = tickets.filter(([, ticket]) => typeof sightOf(ticket, principal) !== 'string').map(([one]) => one);
          const shown = await facts.ask(`SELECT t.id FROM tickets t WHERE ${visibleTo(principal, words)}`);
          expect(shown.map((row) => row['id']).toSorted()).toEqual(sees.toSorted());
          seenBySome.add(sees.length);
        }
    expect(seenBySome.size).toBeGreaterThan(6);
    await facts.close();
  });
});
