import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Principal } from '@ledgerline/contracts';
import {
  digestSectionNames,
  isOfReport,
  leadOf,
  sectionOf,
  sightOf,
  ticketFold,
  type DigestTable,
  type Ticket,
} from '@ledgerline/domain';
import type { FactStore } from '@ledgerline/kernel';
import { eventsOf, filledFacts, tickets, writeLog } from '../analytics/e2e/sample-facts.js';
import type { WordList } from '../analytics/fill/word-list.js';
import { answerTickets } from '../analytics/reports/answer-report.js';
import { answerDigest, type DigestQuestion } from './answer-digest.js';

jest.setTimeout(240_000);

const who = (roles: readonly string[], ...departments: readonly string[]): Principal => ({
  kind: 'person',
  id: 'h1',
  roles,
  departments,
});
const [auditor, manager, agent] = [who(['auditor']), who(['manager'], 'quality'), who(['agent'], 'call-centre')];
const timeZone = 'Asia/Shanghai';
const configuration = { timeZone: 'UTC' } as Parameters<typeof answerDigest>[1]['configuration'];
const instant = (text: string) => Date.parse(text);
/** Registrations of the sample come from Monday 2 March 2026 on. */
const [from, to] = [instant('2026-03-01T16:00:00Z'), instant('2026-03-08T16:00:00Z')];
const week = 7 * 86_400_000;
const later = instant('2026-06-01T00:00:00Z');

const reported = digestSectionNames.filter(isOfReport);

describe('a digest', () => {
  let facts: FactStore;
  let words: WordList;
  let all: readonly Ticket[];
  beforeAll(async () => {
    await writeLog();
    ({ facts, words } = await filledFacts());
    const folded = await Promise.all(
      Array.from({ length: tickets }, async (_, place) =>
        (await eventsOf(`t${place}`)).reduce<Ticket | undefined>(ticketFold.evolve, undefined),
      ),
    );
    all = folded.filter((ticket) => ticket !== undefined);
  });
  afterAll(() => facts.close());

  const asked = (principal: Principal, more: Partial<DigestQuestion> = {}): DigestQuestion => ({
    sections: reported.map((section) => ({ section })),
    scope: 'centre',
    timeZone,
    kind: 'week',
    period: { from, to },
    before: { from: from - week, to: from },
    beginnings: Array.from({ length: 8 }, (_, n) => from - n * week),
    principal,
    now: later,
    ...more,
  });
  const tablesOf = async (question: DigestQuestion) => {
    const { sections } = await answerDigest(question, { ask: facts.ask, words, configuration });
    return new Map(sections.map((table) => [table.section, table]));
  };
  const seenBy = (principal: Principal, fits: (ticket: Ticket) => boolean = () => true) =>
    all.filter((ticket) => {
      const registered = Date.parse(ticket.registeredAt);
      const isIn = registered >= from && registered < to;
      return isIn && typeof sightOf(ticket, principal) !== 'string' && fits(ticket);
    });

  test.each([
    ['an auditor', auditor],
    ['an agent, who sees nothing confidential', agent],
    ['a manager, who sees the department’s', manager],
  ])('counts for %s what the fold of each ticket that they see says', async (_, principal) => {
    const tables = await tablesOf(asked(principal));
    const volume = tables.get('volume') as DigestTable;
    const byKind = Map.groupBy(seenBy(principal), ({ kind }) => kind);
    expect(volume.total.figures['registered']).toBe(seenBy(principal).length);
    expect(Object.fromEntries(volume.rows.map(({ group, figures }) => [group['kind'], figures['registered']]))).toEqual(
      Object.fromEntries([...byKind].map(([kind, some]) => [kind, some.length])),
    );
    for (const [section, kind] of [['complaints', 'complaint'], ['suggestions', 'opinion'], ['faults', 'fault-repair']] as const)
      expect([section, tables.get(section)?.total.figures['registered']]).toEqual([section, seenBy(principal, (one) => one.kind === kind).length]);
  }); // prettier-ignore

  test('has every section of a report, each with its largest lines first', async () => {
    const tables = await tablesOf(asked(auditor));
    expect([...tables.keys()]).toEqual(reported);
    for (const { section, rows, figures, listed } of tables.values()) {
      const sizes = rows.map((row) => row.figures[figures[0] as string] ?? 0);
      if (section !== 'trend') expect([section, sizes]).toEqual([section, sizes.toSorted((a, b) => b - a)]);
      expect([section, listed !== undefined]).toEqual([section, sectionOf(section).lists === true]);
    }
  });

  test('of one department has its tickets alone', async () => {
    const tables = await tablesOf(asked(manager, { scope: 'department', department: 'quality' }));
    const led = seenBy(manager, (ticket) => leadOf(ticket)?.department === 'quality');
    expect(tables.get('volume')?.total.figures['registered']).toBe(led.length);
    expect(tables.get('timeliness')?.group).toEqual(['clock']);
  });

  test('sets the period before beside it, with what is not there any more', async () => {
    const next = { period: { from: to, to: to + week }, before: { from, to } };
    const complaints = (await tablesOf(asked(auditor, next))).get('volume') as DigestTable;
    expect(complaints.total.before['registered']).toBe(seenBy(auditor).length);
    const before = complaints.rows.reduce((sum, row) => sum + (row.before['registered'] ?? 0), 0);
    expect(before).toBe(seenBy(auditor).length);
  });

  test('names the tickets that its numbers counted, and no more than was asked for', async () => {
    const sections = [
      { section: 'complaints', tickets: 2 },
      { section: 'volume', rows: 1 },
    ] as const;
    const [table, volume] = (await answerDigest(asked(auditor, { sections }), { ask: facts.ask, words, configuration })).sections;
    const { where, listed } = table as DigestTable;
    const filter = { group: [], where, from, to };
    const page = { name: 'load', filter, principal: auditor, now: later, cell: 'registered', limit: 200 };
    const { items } = await answerTickets(page, { ask: facts.ask, words, configuration });
    expect(listed?.tickets).toEqual(items.slice(0, 2).map(({ id }) => id));
    expect(listed?.more).toBe(items.length > 2);
    const kinds = new Set(seenBy(auditor).map(({ kind }) => kind)).size;
    expect([volume?.rows.length, volume?.more]).toEqual([1, kinds - 1]);
  });

  test('calls a fault repeated from the number on that the template says', async () => {
    const repeated = async (atLeast: number) => {
      const sections = [{ section: 'repeated-faults', atLeast, rows: 50 } as const];
      const [table] = (await answerDigest(asked(auditor, { sections }), { ask: facts.ask, words, configuration })).sections;
      return (table as DigestTable).rows.map(({ figures }) => figures['registered'] ?? 0);
    };
    const every = await repeated(1);
    expect(await repeated(2)).toEqual(every.filter((count) => count >= 2));
    expect(await repeated(1_000)).toEqual([]);
  });
});
