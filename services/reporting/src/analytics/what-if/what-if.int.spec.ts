import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { asIfAlwaysInForce, clockBook, clockFact, rulebookOf, type Policy, type RoutingTable } from '@ledgerline/domain';
import type { FactRow } from '@ledgerline/kernel';
import { calendarDocument, eventsOf, filledFacts, policy, policyDocument, tickets, writeLog } from '../e2e/sample-facts.js';
import { compareClocks } from './clock-comparison.js';
import { fateOf } from './compared-key.js';
import { compareRoutes } from './route-comparison.js';
import type { TriedDocuments } from './tried-documents.js';
import { WhatIfRuns } from './what-if-runs.js';

jest.setTimeout(240_000);

beforeAll(writeLog);

const auditor = { kind: 'person', id: 'a', roles: ['auditor'], departments: [] } as const;
const agent = { ...auditor, roles: ['agent'] } as const;
const period = { from: 0, to: Date.parse('2027-01-01T00:00:00Z'), asOf: Date.parse('2026-06-01T00:00:00Z') };
const inForce = { policies: [policyDocument], calendars: [['default', calendarDocument]] } as const;
const trying = (body: Policy): TriedDocuments => ({ ...inForce, policy: { code: 'company', version: 1, body } });
const strict: Policy = {
  ...policy,
  clocks: policy.clocks.map((rule) => ({ ...rule, within: typeof rule.within === 'string' ? 'PT30M' : rule.within })),
};

async function compared(documents: TriedDocuments, principal: typeof auditor | typeof agent = auditor) {
  const { facts, words } = await filledFacts();
  const parts = { documents, words: words.all(), ...period };
  const seen: number[] = [];
  const onProgress = (done: number) => void seen.push(done);
  const run = { parts, principal, facts, words, signal: new AbortController().signal, onProgress, thread: undefined };
  const comparison = await compareClocks(run);
  await facts.close();
  return { comparison, seen };
}

describe('what if another policy had been in force', () => {
  test('with the one that was, the answer is what happened', async () => {
    const { facts } = await filledFacts();
    const [clocks] = await facts.ask('SELECT count(*) AS n FROM clocks');
    await facts.close();
    const { comparison, seen } = await compared(trying(policy));
    expect(comparison.differing).toHaveLength(0);
    expect(comparison.lines.every(({ before, after }) => before === after)).toBe(true);
    expect(comparison.lines.reduce((sum, line) => sum + line.clocks, 0)).toBe(clocks?.['n']);
    expect(seen.at(-1)).toBe(tickets);
  });

  test('each clock comes out as a fold of the whole ticket under that policy says, and every time the same', async () => {
    const { comparison } = await compared(trying(strict));
    const [now, then] = [policy, strict].map((body) => {
      const tried = asIfAlwaysInForce('policy', 'company', { draft: 1, body, draftedBy: 'x', status: 'drafted' });
      return rulebookOf([tried], new Map([['default', calendarDocument]]));
    }) as [ReturnType<typeof rulebookOf>, ReturnType<typeof rulebookOf>];
    const counts = new Map<string, number>();
    for (let place = 0; place < tickets; place += 1) {
      const book = clockBook(await eventsOf(`t${place}`));
      for (const run of book.runs) {
        const [before, after] = [now, then].map((rulebook) => fateOf(clockFact(run, period.asOf, { book, rulebook })?.outcome));
        if (before === 'none' && after === 'none') continue;
        const key = [run.department ?? null, run.clock, before, after].join(' ');
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const told = comparison.lines.map(({ department, clock, before, after, clocks }) => [
      [department, clock, before, after].join(' '),
      clocks,
    ]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(counts));
    expect(comparison.differing.length).toBeGreaterThan(50);
    expect((await compared(trying(strict))).comparison).toEqual(comparison);
  });

  test('counts nothing that the asker may not see', async () => {
    const [all, some] = [(await compared(trying(strict))).comparison, (await compared(trying(strict), agent)).comparison];
    expect(some.tickets).toBeLessThan(all.tickets);
    expect(some.differing.length).toBeLessThan(all.differing.length);
  });
});

describe('a comparison that does not come to its end', () => {
  /** Books of many more tickets than a portion has, and whether the reading of them was ended. */
  async function manyBooks() {
    const { facts, words } = await filledFacts();
    const books = await facts.ask('SELECT ticket, book FROM books');
    await facts.close();
    const rows = books.map(({ ticket, book }) => [ticket, book] as FactRow);
    const reading = { portions: 0, isOver: false };
    const endless = async function* () {
      try {
        for (; ; reading.portions += 1) yield Promise.resolve(rows);
      } finally {
        reading.isOver = true;
      }
    };
    return { reading, words, facts: { ask: () => Promise.resolve([{ total: 1 }]), askInPortions: endless } };
  }

  test.each(['is cancelled', 'breaks'] as const)('leaves no reading of facts behind where it %s', async (how) => {
    const { reading, words, facts } = await manyBooks();
    const stopping = new AbortController();
    const parts = { documents: trying(strict), words: words.all(), ...period };
    const onProgress = (done: number) => {
      if (done < 5_000) return;
      if (how === 'breaks') throw new Error('broke');
      stopping.abort();
    };
    const run = { parts, principal: auditor, facts, words, signal: stopping.signal, onProgress, thread: undefined };
    const [ended] = await Promise.allSettled([compareClocks(run)]);
    expect(ended.status).toBe(how === 'breaks' ? 'rejected' : 'fulfilled');
    expect(reading.portions).toBeGreaterThan(100);
    expect(reading.isOver).toBe(true);
  });
});

describe('what if another routing table had been in force', () => {
  const table: RoutingTable = {
    code: 'tried', effectiveFrom: '2026-01-01T00:00:00Z', fallback: 'call-centre',
    rules: [{ when: { kind: 'complaint' }, lead: 'quality', coHandling: [] }, { when: { kind: 'request' }, lead: 'sales', coHandling: ['logistics'] }],
  }; // prettier-ignore

  test('says who would have got what, of every ticket its first routing', async () => {
    const { facts, words } = await filledFacts();
    const lines = await compareRoutes({ table, principal: auditor, ...period }, facts, words);
    const [routed] = await facts.ask('SELECT count(DISTINCT ticket) AS n FROM routings');
    expect(lines.reduce((sum, line) => sum + line.tickets, 0)).toBe(routed?.['n']);
    for (const { facts: of, wouldBe, was, differs } of lines) {
      const lead = { complaint: 'quality', request: 'sales' }[String(of.kind)];
      expect(wouldBe?.lead).toBe(lead);
      const isSame = wouldBe?.lead === was.lead && wouldBe.coHandling.join() === was.coHandling.join();
      expect(differs).toBe(!isSame);
    }
    await facts.close();
  });
});

describe('comparisons that were asked for', () => {
  test('are whose asked for them alone, end when they are cancelled, and lead to the tickets that differ', async () => {
    const { facts, words } = await filledFacts();
    const log = { error: (...what: unknown[]) => { throw new Error(JSON.stringify(what)); } }; // prettier-ignore
    const runs = new WhatIfRuns({ facts, log: log as never, signal: new AbortController().signal }, undefined);
    const question = { principal: auditor, documents: trying(strict), ...period };
    const begun = await runs.begin(question, words);
    if (begun.kind !== 'what-if') throw new Error(begun.code);
    expect((await runs.begin(question, words)).kind).toBe('problem');
    const state = () => runs.state({ id: begun.id, principal: auditor });
    for (let told = state(); told.kind === 'what-if' && told.state === 'running'; told = state())
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(state()).toMatchObject({ state: 'done', progress: { done: tickets, total: tickets }, clocks: { tickets } });
    // Nobody else's, and not theirs while they stand in for somebody.
    for (const principal of [
      { ...auditor, id: 'b' },
      { ...auditor, onBehalfOf: 'b' },
    ])
      expect(runs.state({ id: begun.id, principal })).toEqual({ kind: 'problem', code: 'what-if-not-found' });
    const afterRestart = new WhatIfRuns({ facts, log: log as never, signal: new AbortController().signal }, undefined);
    expect(afterRestart.state({ id: begun.id, principal: auditor })).toMatchObject({ kind: 'problem', code: 'what-if-ended' });
    expect(afterRestart.cancel({ id: begun.id, principal: auditor })).toMatchObject({ code: 'what-if-ended' });
    expect(afterRestart.state({ id: 'never-begun', principal: auditor })).toMatchObject({ code: 'what-if-not-found' });
    const seen: unknown[] = [];
    for (let after = -1; ;) {
      const page = await runs.differing(
        { id: begun.id, principal: auditor, filter: { clock: 'handle', after: 'broken' }, limit: 7, after },
        words,
      );
      if (page.kind !== 'page') throw new Error(page.code);
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = Number(page.next);
    }
    expect(seen.length).toBeGreaterThan(7);
    expect(new Set(seen).size).toBe(seen.length);
    const again = await runs.begin(question, words);
    if (again.kind !== 'what-if') throw new Error(again.code);
    expect(runs.cancel({ id: again.id, principal: auditor })).toMatchObject({ state: 'cancelled', clocks: null });
    await runs.ended();
    await facts.close();
  });
});
