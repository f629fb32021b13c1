import { describe, expect, jest, test } from '@jest/globals';
import { exportOcel, exportOcelSqlite, exportXes } from '@ledgerline/exports';
import { openHistory, readConfiguration } from '@ledgerline/host';
import { askPm4py, pm4py } from '@ledgerline/servers';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { helpdeskLog, importHere, mappingOf, shippedMapping } from '../import/e2e/import-here.js';
import { newFolder } from '../import/e2e/imported-log.js';
import { minedFrom } from '../import/e2e/mined-log.js';
import type { FileFormat } from '../import/import-file.js';
import type { Mapping } from '../import/mapping.js';
import { wholeFile } from '../log/whole-file.js';

jest.setTimeout(300_000);

/** Published logs and schemas, which are not ours to pass on: `xes/`, `bpi2013-closed/` … of the folder that this names. */
const published = process.env['LEDGERLINE_PUBLISHED'] ?? '';
const at = (...path: string[]) => join(published, ...path);

/** Why there is no pm4py to compare with; undefined where there is. `npm run servers` says how to get it. */
const without = await pm4py().then(
  () => undefined,
  (error: Error) => error.message,
);
if (without !== undefined) process.stderr.write(`${without}\n`);
const compared = without === undefined ? describe : describe.skip;

interface Figures {
  readonly cases: number;
  readonly events: number;
  readonly variants: number;
  readonly commonest: number;
  readonly durations: { readonly mean: number; readonly median: number; readonly longest: number };
  readonly activities: Readonly<Record<string, number>>;
  readonly edges: Readonly<Record<string, number>>;
  readonly resources: number | null;
  readonly valid?: boolean;
  readonly faults?: readonly string[];
}

interface Ocel {
  readonly events: number;
  readonly objects: Readonly<Record<string, number>>;
  readonly activities: Readonly<Record<string, number>>;
  readonly relations: number;
  readonly objectRelations: number;
}

interface Taken {
  readonly data: string;
  readonly ocel: string;
  /** Of our export, and of the original. */
  readonly figures: Figures;
  readonly original: Figures;
  readonly held: Ocel;
  /** Of the same as SQLite. */
  readonly tables: Ocel;
}

/** A log imported, exported again, and what pm4py says of both. */
async function taken(file: string, original: object, mapping: Mapping, format: FileFormat = 'csv'): Promise<Taken> {
  const data = await newFolder();
  const { bad } = await importHere(data, file, mapping, format);
  expect(bad).toEqual([]);
  const history = await openHistory(readConfiguration({ LEDGERLINE_DATA: data, LOG_LEVEL: 'silent' }));
  const [xes, ocel, sqlite] = [join(data, 'log.xes'), join(data, 'log.ocel.json'), join(data, 'log.ocel.sqlite')];
  try {
    const { store } = history;
    const end = await store.end();
    const stamp = { exportedBy: 'a test', exportedAt: '2026-04-01T00:00:00.000Z', site: 'main', position: end };
    const asked = { store, end, signal: new AbortController().signal, log: 'imported', stamp } as const;
    await wholeFile(xes, (out) => exportXes(asked, out));
    await wholeFile(ocel, (out) => exportOcel(asked, out, `${ocel}.beside`));
    await exportOcelSqlite(asked, sqlite);
  } finally {
    await history.close();
  }
  const schema = published === '' ? {} : { schema: at('schemas', 'xes', 'xes.xsd') };
  const asked = [{ xes, ...schema }, original, { ocel }, { ocel: sqlite }];
  const [figures, first, held, tables] = await askPm4py<[Figures, Figures, Ocel, Ocel]>(...asked);
  return { data, ocel, figures, original: first, held, tables };
}

/** What both have to say the same of, whoever computes it; times to a thousandth of a second. */
function comparable({ cases, events, variants, commonest, durations, activities, edges }: Figures) {
  const rounded = Object.fromEntries(Object.entries(durations).map(([name, seconds]) => [name, seconds.toFixed(3)]));
  return { cases, events, variants, commonest, durations: rounded, activities, edges };
}

/** Figures equal, and both files as their published schemas want them. (pm4py passes over objects that no event is about.) */
function isSound({ ocel, figures, original, held, tables }: Taken): void {
  expect(comparable(figures)).toEqual(comparable(original));
  expect(held).toMatchObject({ events: figures.events, objects: { ticket: figures.cases } });
  const told = ({ events, objects, activities, relations, objectRelations }: Ocel) => ({ events, ticket: objects['ticket'], activities, relations, objectRelations }); // prettier-ignore
  expect(told(tables)).toEqual(told(held));
  if (published === '') return;
  expect([figures.faults, figures.valid]).toEqual([[], true]);
  const ajv = new Ajv({ strict: false });
  (formats as unknown as (made: Ajv) => void)(ajv);
  const isValid = ajv.compile(JSON.parse(readFileSync(at('schemas', 'ocel', 'schema_ocel2.json'), 'utf8')) as object);
  expect([isValid(JSON.parse(readFileSync(ocel, 'utf8'))), isValid.errors]).toEqual([true, null]);
}

const helpdesk = {
  csv: helpdeskLog,
  case: 'Case ID',
  events: [{ activity: ['Activity'], time: 'Complete Timestamp' }],
  zone: 'Europe/Rome',
};

compared('pm4py, where it is at hand', () => {
  test('the help-desk log of 4TU: our export says to pm4py what the original says, and what its publisher says', async () => {
    const log = await taken(helpdeskLog, helpdesk, shippedMapping('helpdesk'));
    expect(log.figures).toMatchObject({ cases: 4_580, events: 21_348, variants: 226, commonest: 2_366, resources: 22 });
    const report = await minedFrom(log.data);
    const { mean, median, longest } = log.figures.durations;
    expect(report).toMatchObject({ cases: 4_580, events: 21_348, variantCount: 226 });
    expect([report.durationSeconds.mean, report.durationSeconds.median, report.durationSeconds.longest]).toEqual([Number(mean.toFixed(3)), median, longest]); // prettier-ignore
    expect(Object.fromEntries(report.edges.map(({ from, to, count }) => [`${from} > ${to}`, count]))).toEqual(log.figures.edges);
    isSound(log);
  });
});

/** Says by its name what is missing. */
const beside = without === undefined && published !== '' && existsSync(published) ? describe : describe.skip;
beside(
  `published logs that are not ours to pass on (LEDGERLINE_PUBLISHED ${published === '' ? 'names no folder' : 'names their folder'})`,
  () => {
    test('BPI 2013, closed problems', async () => {
      const file = at('bpi2013-closed', 'closed-problems.csv.gz');
      const events = [{ activity: ['concept:name', 'lifecycle:transition'], time: 'time:timestamp' }];
      const log = await taken(file, { csv: file, case: 'case:concept:name', events }, shippedMapping('bpi2013'));
      expect(log.figures).toMatchObject({ cases: 1_487, events: 6_660, resources: 585 });
      expect(Object.keys(log.figures.activities)).toHaveLength(7);
      isSound(log);
    });

    test.each([['05-27', 677], ['04-16', 292]])('New York’s 311 of %s: requests and their ends', async (day, closed) => {
      const file = at('nyc-311', `nyc-311-2024-${day}.csv.gz`);
      const events = [
        { activity: ["'Request made'"], time: 'created_date' },
        { activity: ["'Request closed'"], time: 'closed_date' },
      ];
      const original = { csv: file, case: 'unique_key', events, zone: 'America/New_York' };
      const log = await taken(file, original, shippedMapping('nyc-311'));
      expect(log.figures).toMatchObject({ cases: 1_000, activities: { 'Request made': 1_000, 'Request closed': closed } });
      isSound(log);
    }); // prettier-ignore

    test('the running example, from XES to XES', async () => {
      const file = at('schemas', 'xes', 'running-example.xes');
      const body = {
      source: 'running-example',
      case: '{case:concept:name}',
      ticket: { channel: 'api', kind: 'request', level: 'general', item: 'other', subject: 'Request {case:concept:name}', description: 'Request {case:concept:name}' },
      events: [{ activity: '{concept:name}', time: { of: '{time:timestamp}', format: 'iso' }, resource: '{org:resource}' }],
    }; // prettier-ignore
      const log = await taken(file, { xes: file }, mappingOf(body), 'xes');
      expect(log.figures).toMatchObject({ cases: 6, events: 42, resources: 6 });
      isSound(log);
    });
  },
);
