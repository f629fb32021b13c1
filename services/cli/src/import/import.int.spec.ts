import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SqliteEventStore, SqliteReadModels, SqliteVault } from '@ledgerline/adapter-sqlite';
import { ticketFold } from '@ledgerline/domain';
import type { RecordedEvent } from '@ledgerline/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLog, checkReadModels } from '../../../all-in-one/src/e2e/history-check.js';
import { helpdeskLog, importHere, mappingOf, shippedMapping, type Imported } from './e2e/import-here.js';
import { logContent } from './e2e/log-content.js';

jest.setTimeout(120_000);

const folders: string[] = [];
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-import-'));
  folders.push(folder);
  return folder;
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

type Activity = { readonly activity: string; readonly resource: string; readonly occurredAt: string };
const activitiesOf = (events: readonly RecordedEvent[]) =>
  events.filter(({ type }) => type === 'ActivityImported').map(({ data }) => data as Activity);

/** Whether log and read models are as they have to be, in words. */
async function faultsOf(data: string): Promise<readonly string[]> {
  const store = await SqliteEventStore.open(data, { readOnly: true });
  const [vault, readModels] = [await SqliteVault.open(data, { readOnly: true }), await SqliteReadModels.open(data)];
  const { faults } = await checkLog(store);
  const all = [...faults, ...(await checkReadModels(store, vault, readModels))];
  await Promise.all([store.close(), vault.close(), readModels.close()]);
  return all;
}

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

const [mapping, columns] = [
  shippedMapping('helpdesk'),
  'Case ID,Activity,Resource,Complete Timestamp,seriousness,customer,product,responsible_section,seriousness_2,service_level,service_type,support_section,workgroup',
];
const line = (id: string, activity: string, minute: number, resource = 'Value 1') =>
  `${id},${activity},${resource},2012/10/09 14:${String(minute).padStart(2, '0')}:00.000,s,c,p,r,s2,sl,st,ss,w`;
const file = (...lines: readonly string[]) => ({ text: [columns, ...lines, ''].join('\n') });
const contentOf = async (data: string) => {
  const content = await logContent(data);
  const tickets = [...content]
    .filter(([stream]) => stream.startsWith('ticket.'))
    .map(([, events]) => activitiesOf(events).map(({ activity }) => activity));
  return tickets.map((activities) => activities.join(' ')).sort();
};

describe('rows of several cases, mixed', () => {
  test('keep the order of their case; twice the same row is two activities', async () => {
    const data = await newFolder();
    const mixed = file(
      line('1', 'A', 1),
      line('2', 'X', 1),
      line('1', 'B', 2),
      line('1', 'B', 2),
      line('2', 'Y', 2),
      line('1', 'C', 3),
    );
    await importHere(data, mixed, mapping);
    expect(await contentOf(data)).toEqual(['A B B C', 'X Y']);
    expect((await importHere(data, mixed, mapping)).counts).toMatchObject({ added: 0, thereAlready: 6 });
  });

  test('a file that has grown adds what is new', async () => {
    const data = await newFolder();
    const lines = [line('1', 'A', 1), line('1', 'B', 2)];
    await importHere(data, file(...lines), mapping);
    const grown = await importHere(data, file(...lines, line('1', 'C', 3), line('2', 'A', 4), line('1', 'C', 3)), mapping);
    expect(grown.counts).toMatchObject({ added: 3, thereAlready: 2, registered: 1 });
    expect(await contentOf(data)).toEqual(['A', 'A B C C']);
    expect(await faultsOf(data)).toEqual([]);
  });

  test('bad rows are told by line; mended, they come after', async () => {
    const data = await newFolder();
    const bad = await importHere(
      data,
      file(
        line('1', 'A', 1),
        line('1', 'B', 99),
        line('', 'A', 1),
        '1,"B',
        line('1', 'C', 3),
        '1,2,3',
        line('1', 'x'.repeat(300), 5),
        line('1', 'D', 6),
      ),
      mapping,
    );
    expect(bad.bad).toEqual([
      '3 unparsable-time',
      '4 missing-case',
      '5 broken-quoting',
      '7 wrong-number-of-columns',
      '8 text-too-long',
    ]);
    expect(await contentOf(data)).toEqual(['A C D']);
    const mended = await importHere(
      data,
      file(line('1', 'A', 1), line('1', 'B', 2), line('1', 'C', 3), line('1', 'D', 6)),
      mapping,
    );
    expect(mended).toMatchObject({ counts: { added: 1, thereAlready: 3 }, bad: [] });
    expect(await contentOf(data)).toEqual(['A C D B']);
    expect(await faultsOf(data)).toEqual([]);
  });

  test('items and departments have to be there; another mapping does not make second copies', async () => {
    const body = (ticket: object) => mappingOf({
      source: 'small', case: '{case}',
      ticket: { channel: 'api', kind: 'other', level: 'general', item: '{item}', subject: 's', description: 'd', ...ticket },
      events: [{ activity: '{what}', time: { of: '{at}', format: 'iso' }, identity: '{at}' }],
    }); // prettier-ignore
    const data = await newFolder();
    const text =
      'case,item,what,at,who\n1,fault,A,2020-01-01T00:00:00Z,call-centre\n2,nonsense,A,2020-01-01T00:00:00Z,call-centre\n3,fault,A,2020-01-01T00:00:00Z,nobody\n';
    const first = await importHere(data, { text }, body({ department: '{who}' }));
    expect(first.bad).toEqual(['3 unknown-item', '4 unknown-department']);
    const second = await importHere(data, { text: text.replace(',A,', ',B,') }, body({ department: '{who}' }));
    expect(second.bad).toEqual(['2 imported-otherwise', '3 unknown-item', '4 unknown-department']);
    expect(await contentOf(data)).toEqual(['A']);
  });
});

test('XES is imported as CSV is', async () => {
  const events = (...names: readonly string[]) =>
    names
      .map(
        (name, place) =>
          `<event><string key="concept:name" value="${name}"/><string key="lifecycle:transition" value="Closed"/><date key="time:timestamp" value="2012-05-11T00:0${place}:25+02:00"/><string key="impact" value="Low"/></event>`,
      )
      .join('\n');
  const text = `<log>\n<trace><string key="concept:name" value="1-7"/>\n${events('Accepted', 'Completed')}\n</trace>\n<trace><string key="concept:name" value="1-8"/>\n${events('Queued & lost', 'Queued')}\n</trace>\n</log>\n`;
  const data = await newFolder();
  const { counts, bad } = await importHere(data, { text }, shippedMapping('bpi2013'), 'xes');
  expect(counts).toMatchObject({ rows: 4, added: 3, registered: 2, firstAt: '2012-05-10T22:00:25.000Z' });
  expect(bad).toEqual(['7 broken-xml']);
  expect(await contentOf(data)).toEqual(['Accepted/Closed Completed/Closed', 'Queued/Closed']);
  expect(await faultsOf(data)).toEqual([]);
});

describe('BPI 2013, closed problems', () => {
  const log = process.env['LEDGERLINE_BPI2013'];
  (log === undefined ? test.skip : test)('LEDGERLINE_BPI2013 is there as its publisher counts it', async () => {
    const data = await newFolder();
    const { counts } = await importHere(data, log as string, shippedMapping('bpi2013'));
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
