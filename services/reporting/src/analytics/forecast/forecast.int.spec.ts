import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Calendar, Ticket } from '@ledgerline/domain';
import { sightOf, ticketFold } from '@ledgerline/domain';
import { calendar, eventsOf, filledFacts, tickets, writeLog } from '../e2e/sample-facts.js';
import { answerTickets } from '../reports/answer-report.js';
import { answerForecast } from './answer-forecast.js';

jest.setTimeout(240_000);

beforeAll(writeLog);

const timeZone = 'Asia/Shanghai';
const configuration = { timeZone } as Parameters<typeof answerForecast>[1]['configuration'];
const auditor = { kind: 'person', id: 'a', roles: ['auditor'], departments: [] } as const;
const agent = { ...auditor, roles: ['agent'] } as const;
/** The last ticket of the log is some weeks old by then. */
const now = Date.parse('2026-04-20T03:00:00Z');
const question = { now, days: 7, weeks: 10, calendar: calendar as Calendar, filter: { group: ['kind'], where: {} } };

/** What each viewer sees one by one, by the day on which it was registered. */
async function registered(principal: typeof auditor | typeof agent) {
  const ids = Array.from({ length: tickets }, (_, place) => `t${place}`);
  const folded = await Promise.all(ids.map(async (id) => (await eventsOf(id)).reduce(ticketFold.evolve, undefined) as Ticket));
  const seen = folded.filter((ticket) => typeof sightOf(ticket, principal) !== 'string');
  return seen.map(({ registeredAt }) =>
    Temporal.Instant.from(registeredAt).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  );
}

describe('a forecast', () => {
  test.each([auditor, agent])('rests on the tickets that $roles may see, and leads to them', async (principal) => {
    const { facts, words } = await filledFacts();
    const parts = { ask: facts.ask, words, configuration };
    const { history, items, total } = await answerForecast({ ...question, principal }, parts);
    const days = await registered(principal);
    expect(history).toEqual({ from: days.toSorted()[0], to: '2026-04-19' });
    expect(total.registered).toBe(days.length);
    expect(items.reduce((sum, one) => sum + one.registered, 0)).toBe(days.length);
    expect(total.days).toHaveLength(7);
    for (const { day, kind, expected, restsOn } of total.days) {
      const like = restsOn.map((one) => days.filter((other) => other === one.day).length);
      expect(restsOn.map((one) => one.registered)).toEqual(like);
      expect(expected).toBeCloseTo(like.reduce((sum, one) => sum + one, 0) / like.length, 1);
      expect(Temporal.PlainDate.from(day).dayOfWeek).toBe(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(kind) + 1);
    }
    const last = days.toSorted().at(-1) as string;
    const load = { name: 'load', principal, now, cell: 'registered', limit: 200, filter: { group: [], where: { day: last } } };
    expect((await answerTickets(load, parts)).items).toHaveLength(days.filter((day) => day === last).length);
    await facts.close();
  });

  test('tells its error over days that were held out, beside that of the naive one', async () => {
    const { facts, words } = await filledFacts();
    const parts = { ask: facts.ask, words, configuration };
    const { total } = await answerForecast({ ...question, principal: auditor }, parts);
    expect(total.error).toMatchObject({ from: '2026-04-13', to: '2026-04-19', days: 7, naive: { days: 7 } });
    const long = await answerForecast({ ...question, days: 60, principal: auditor }, parts);
    expect(long.total.error).toBeNull();
    expect(long.total.days.every(({ low, high }) => low === null && high === null)).toBe(true);
    await facts.close();
  });
});
