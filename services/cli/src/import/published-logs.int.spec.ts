import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ticketFold } from '@ledgerline/domain';
import type { RecordedEvent } from '@ledgerline/kernel';
import { helpdeskLog, importHere, shippedMapping, type Imported } from './e2e/import-here.js';
import { activitiesOf, faultsOf, newFolder } from './e2e/imported-log.js';
import { deviationsIn, minedFrom } from './e2e/mined-log.js';
import { logContent } from './e2e/log-content.js';

jest.setTimeout(240_000);

describe('the help-desk log of 4TU', () => {
  let data: string;
  let imported: Imported;
  let streams: readonly (readonly RecordedEvent[])[];
  beforeAll(async () => {
    data = await newFolder();
    imported = await importHere(data, helpdeskLog, shippedMapping('helpdesk'));
    const content = await logContent(data);
    streams = [...content].filter(([stream]) => stream.startsWith('ticket.')).map(([, events]) => events);
  });

  test('is there as its publisher counts it', () => {
    expect(imported).toEqual({
      counts: {
        rows: 21_348, badRows: 0, added: 21_348, thereAlready: 0, registered: 4_580,
        firstAt: '2010-01-13T07:40:25.000Z', lastAt: '2014-01-03T12:20:58.000Z',
      },
      bad: [],
    }); // prettier-ignore
    const all = streams.flatMap(activitiesOf);
    expect([streams.length, all.length]).toEqual([4_580, 21_348]);
    expect(new Set(all.map(({ resource }) => resource)).size).toBe(22);
    const counts = [...Map.groupBy(all, ({ activity }) => activity)].map(([activity, of]) => [activity, of.length]);
    expect(Object.fromEntries(counts)).toEqual({
      'Take in charge ticket': 5_060, 'Resolve ticket': 4_983, 'Assign seriousness': 4_938, Closed: 4_574, Wait: 1_463,
      'Require upgrade': 119, 'Insert ticket': 118, 'Create SW anomaly': 67, 'Resolve SW anomaly': 13, 'Schedule intervention': 5,
      VERIFIED: 3, RESOLVED: 2, INVALID: 2, DUPLICATE: 1,
    }); // prettier-ignore
    const variants = Map.groupBy(streams, (events) =>
      activitiesOf(events)
        .map(({ activity }) => activity)
        .join(' > '),
    );
    expect(variants.size).toBe(226);
    expect(Math.max(...[...variants.values()].map(({ length }) => length))).toBe(2_366);
  });

  test('with its times, its origin, and closed where it ends closed', () => {
    const types = Map.groupBy(streams.flat(), ({ type }) => type);
    const statuses = streams.map((events) => events.reduce(ticketFold.evolve, ticketFold.initial)?.status);
    expect(statuses.filter((status) => status === 'closed')).toHaveLength(4_557);
    expect(types.get('TicketReopened')).toHaveLength(3);
    for (const { meta } of streams.flat()) {
      expect(meta.origin?.source).toBe('helpdesk-4tu');
      expect(meta.actor.kind).toBe('imported');
      expect(meta.at < '2014-01-04').toBe(true);
    }
    for (const events of streams) expect(events[0]?.meta.at).toBe(activitiesOf(events)[0]?.occurredAt);
  });

  test('mined, it has the cases, events and courses that its publisher counts, and the durations of its rows', async () => {
    const process_ = await minedFrom(data);
    expect(process_).toMatchObject({ cases: 4_580, events: 21_348, variantCount: 226 });
    expect(process_.variants[0]).toMatchObject({ cases: 2_366, activities: ['Assign seriousness', 'Take in charge ticket', 'Resolve ticket', 'Closed'] });
    expect(Object.fromEntries(process_.activities.map(({ activity, count }) => [activity, count]))).toMatchObject({ 'Take in charge ticket': 5_060, Closed: 4_574, Wait: 1_463, DUPLICATE: 1 });
    expect(process_.activities.reduce((sum, { starts }) => sum + starts, 0)).toBe(4_580);
    expect(process_.edges.reduce((sum, { count }) => sum + count, 0)).toBe(21_348 - 4_580);
    expect(process_.edges[0]).toEqual({ from: 'Resolve ticket', to: 'Closed', count: 4_558, meanSeconds: 2_538_050.83, medianSeconds: 2_592_062.5 });
    expect(process_.durationSeconds).toEqual({ mean: 3_530_103.539, median: 3_443_836.5, longest: 5_183_565 });
  }); // prettier-ignore

  test('keeps to the prescribed process as far as a help desk does that replies to nobody by name', async () => {
    const { items, total } = await deviationsIn(data);
    const closings = streams.flat().filter(({ type }) => type === 'TicketClosed').length;
    expect(total['tickets']).toBe(4_580);
    const counted = (name: string, way: string) => items.find(({ group }) => group['deviation'] === name)?.figures[way];
    for (const step of ['approval', 'check', 'reply'])
      expect([step, counted(`skipped-${step}`, 'skipped')]).toEqual([step, closings]);
    expect(counted('skipped-result', 'skipped')).toBeUndefined();
    expect(counted('reopened-after-closing', 'owed')).toBe(3);
  });

  test('in a log and in lists that are sound', async () => {
    expect(await faultsOf(data)).toEqual([]);
  });

  test('a second run adds nothing', async () => {
    const again = await importHere(data, helpdeskLog, shippedMapping('helpdesk'));
    expect(again.counts).toMatchObject({ added: 0, thereAlready: 21_348, registered: 0 });
    expect([...(await logContent(data)).values()].flat().length).toBeGreaterThan(21_348);
    expect([...(await logContent(data)).keys()].filter((stream) => stream.startsWith('ticket.'))).toHaveLength(4_580);
  });
});

describe('BPI 2013, closed problems', () => {
  const log = process.env['LEDGERLINE_BPI2013'];
  if (log !== undefined)
    test('the log that LEDGERLINE_BPI2013 names is there as its publisher counts it', async () => {
      const data = await newFolder();
      const { counts } = await importHere(data, log, shippedMapping('bpi2013'));
      expect(counts).toMatchObject({
        rows: 6_660,
        badRows: 0,
        added: 6_660,
        registered: 1_487,
        firstAt: '2006-01-11T15:49:42.000Z',
      });
      const streams = [...(await logContent(data))].filter(([stream]) => stream.startsWith('ticket.'));
      const [activities, resources] = (['activity', 'resource'] as const).map(
        (name) => new Set(streams.flatMap(([, events]) => activitiesOf(events)).map((one) => one[name])),
      );
      expect([activities?.size, resources?.size]).toEqual([7, 585]);
      expect(streams.every(([, events]) => events.at(-1)?.type === 'TicketClosed')).toBe(true);
      expect(await faultsOf(data)).toEqual([]);
    });

  test('a small log in its shape', async () => {
    const text = [
      'org:group,resource country,organization country,org:resource,organization involved,org:role,concept:name,impact,product,lifecycle:transition,time:timestamp,case:concept:name',
      'Org line A2,INDIA,se,Minnie,J11 2nd,A2_2,Queued,High,PROD191,Awaiting Assignment,2006-01-11 15:49:42+00:00,1-1',
      'Org line A2,INDIA,se,Minnie,J11 2nd,A2_2,Completed,High,PROD191,Closed,2012-03-15 11:53:52+00:00,1-1',
      'Org line C,SWEDEN,se,Ola,J11 2nd,,Completed,Low,PROD5,Cancelled,2012-03-15 11:53:52+00:00,1-2',
      'Org line C,SWEDEN,se,Ola,J11 2nd,,Completed,Lowest,PROD5,Cancelled,2012-03-15 11:53:52+00:00,1-2',
    ].join('\n');
    const { counts, bad } = await importHere(await newFolder(), { text }, shippedMapping('bpi2013'));
    expect(counts).toMatchObject({ added: 3, registered: 2 });
    expect(bad).toEqual(['5 not-a-value']);
  });
});
