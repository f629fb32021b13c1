import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { clockBook, clockFact, rulebookOf } from '@ledgerline/domain';
import { calendarDocument, eventsOf, filledFacts, policyDocument, tickets, writeLog } from '../e2e/sample-facts.js';
import { answerReport } from './answer-report.js';

jest.setTimeout(240_000);

beforeAll(writeLog);

const auditor = { kind: 'person', id: 'a', roles: ['auditor'], departments: [] } as const;
const configuration = { timeZone: 'Asia/Shanghai' } as Parameters<typeof answerReport>[1]['configuration'];
const now = Date.parse('2026-06-01T00:00:00Z');

/** Every clock that ended, as its ticket's own fold says. */
async function endedClocks() {
  const rulebook = rulebookOf([policyDocument], new Map([['default', calendarDocument]]));
  const ids = Array.from({ length: tickets }, (_, place) => `t${place}`);
  const ofTickets = await Promise.all(
    ids.map(async (id) => {
      const events = await eventsOf(id);
      const lastAt = Date.parse(events.at(-1)?.meta.at ?? '');
      const book = clockBook(events);
      return book.runs.flatMap((run) => {
        const fact = run.end && clockFact(run, lastAt, { book, rulebook });
        return fact === undefined ? [] : [{ clock: run.clock, spent: fact.spent, withTheLast: run.end?.at === lastAt }];
      });
    }),
  );
  return ofTickets.flat();
}

describe('how long clocks took', () => {
  test('counts each that ended, also with the last event of its ticket', async () => {
    const { facts, words } = await filledFacts();
    const filter = { group: ['clock'], where: {} };
    const parts = { ask: facts.ask, words, configuration };
    const { items, total } = await answerReport({ name: 'durations', filter, principal: auditor, now }, parts);
    const ended = await endedClocks();
    expect(ended.filter(({ withTheLast }) => withTheLast).length).toBeGreaterThan(3);
    expect(total['clocks']).toBe(ended.length);
    const byClock = [...Map.groupBy(ended, ({ clock }) => clock)].map(([clock, some]) => {
      const elapsed = some.reduce((sum, { spent }) => sum + spent.elapsedSeconds, 0) / some.length;
      return [clock, { clocks: some.length, elapsedMean: expect.closeTo(elapsed, 0) }] as const;
    });
    expect(Object.fromEntries(items.map(({ group, figures }) => [group['clock'], figures]))).toMatchObject(
      Object.fromEntries(byClock),
    );
    expect(items).toHaveLength(byClock.length);
    await facts.close();
  });
});
