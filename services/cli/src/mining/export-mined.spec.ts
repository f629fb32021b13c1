import { beforeAll, describe, expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import type { MinedLog, OcelEvent, OcelObject } from '@ledgerline/domain';
import { exportOcel, exportOcelSqlite, exportXes, OcelTables } from '@ledgerline/exports';
import { sealCommit, streamName, type Position } from '@ledgerline/kernel';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import { store, tickets, writeLog } from '../../../reporting/src/analytics/e2e/sample-facts.js';
import { inPieces, collected } from '../import/e2e/sample-rows.js';
import { isBad, type Row } from '../import/row.js';
import { xesRows } from '../import/xes-rows.js';

const folder = mkdtempSync(join(tmpdir(), 'ledgerline-mined-'));
const stamp = { exportedBy: 'somebody', exportedAt: '2026-04-01T00:00:00.000Z', site: 'main', position: 'p' };
const { signal } = new AbortController();

interface Ocel {
  readonly ledgerline: object;
  readonly events: readonly OcelEvent[];
  readonly objects: readonly OcelObject[];
  readonly eventTypes: readonly { readonly name: string; readonly attributes: readonly { readonly name: string }[] }[];
  readonly objectTypes: readonly { readonly name: string; readonly attributes: readonly { readonly name: string }[] }[];
}

class Kept extends Writable {
  text = '';
  override _write(piece: Buffer, _encoding: string, done: () => void): void {
    this.text += piece.toString();
    done();
  }
}

async function xes(end: Position, log: MinedLog = 'own') {
  const out = new Kept();
  return { done: await exportXes({ store, end, signal, log, stamp }, out), text: out.text };
}

let places = 0;
async function ocel(end: Position, log: MinedLog = 'own') {
  const out = new Kept();
  const beside = join(folder, `${(places += 1)}`);
  const done = await exportOcel({ store, end, signal, log, stamp }, out, beside);
  expect(() => readFileSync(beside)).toThrow('ENOENT');
  return { done, text: out.text, parsed: JSON.parse(out.text) as Ocel };
}

let end: Position;
beforeAll(async () => {
  await writeLog();
  const at = '2026-03-01T00:00:00.000Z';
  const meta = { at, recordedAt: at, actor: { kind: 'person', id: 'a1' }, site: 'main', correlation: 'c' } as const;
  const data = { person: 'p', channel: 'phone', direction: 'inbound', outcome: 'answered', occurredAt: at, sealed: 'box' };
  const events = [{ id: 'k.1', version: 1, type: 'ContactRecorded', schema: 1, data, meta }];
  await store.append(sealCommit({ format: 1, stream: streamName('contact', 'c'), first: 1, command: 'k', digest: 'd', previous: null, events }, nodeCryptography)); // prettier-ignore
  end = await store.end();
});

describe('an export as XES', () => {
  test('has every ticket as a trace, with its steps in their order', async () => {
    const { done, text } = await xes(end);
    expect(done.cases).toBe(tickets);
    const rows = (await collected(xesRows(inPieces(text, 4_096)))) as readonly Row[];
    expect(rows.filter(isBad)).toEqual([]);
    expect(rows).toHaveLength(done.events);
    const courses = Map.groupBy(rows, (row) => String(row.value('case:concept:name')));
    expect(courses.size).toBe(tickets);
    for (const [id, course] of courses) {
      expect(course[0]?.value('concept:name')).toBe('TicketRegistered');
      expect(course.every((row) => row.value('eventId')?.startsWith(`${id}/`))).toBe(true);
      const times = course.map((row) => String(row.value('time:timestamp')));
      expect(times).toEqual(times.toSorted());
    }
  });

  test('is the same for the same log, whatever is written meanwhile, and says who took it out', async () => {
    const { text } = await xes(end);
    expect(text).toContain('<string key="exportedBy" value="somebody"/>');
    expect((await xes(end)).text).toBe(text);
    const [first] = await store.read(undefined, 1);
    expect((await xes(first?.position as Position)).done).toEqual({ cases: 0, events: 0 });
  });

  test('of another system’s log has nothing where none was imported', async () => {
    expect((await xes(end, 'imported')).done).toEqual({ cases: 0, events: 0 });
  });
});

describe('an export as OCEL 2.0', () => {
  test('has nothing that leads nowhere: objects, types and attributes are all there, each once', async () => {
    const { done, parsed } = await ocel(end);
    expect([done.events, done.objects]).toEqual([parsed.events.length, parsed.objects.length]);
    const ids = parsed.objects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(parsed.events.map(({ id }) => id)).size).toBe(parsed.events.length);
    const known = new Set(ids);
    const leads = [...parsed.events, ...parsed.objects].flatMap(({ relationships }) =>
      relationships.map(({ objectId }) => objectId),
    );
    expect(leads.filter((id) => !known.has(id))).toEqual([]);
    for (const [items, types] of [[parsed.events, parsed.eventTypes], [parsed.objects, parsed.objectTypes]] as const) {
      const declared = new Map(types.map(({ name, attributes }) => [name, attributes.map((one) => one.name)]));
      for (const { type, attributes } of items) expect(attributes.filter(({ name }) => !declared.get(type)?.includes(name))).toEqual([]);
    } // prettier-ignore
    const counts = Object.fromEntries(
      [...Map.groupBy(parsed.objects, ({ type }) => type)].map(([type, of]) => [type, of.length]),
    );
    expect(counts).toMatchObject({ ticket: tickets, contact: 1, department: 3 });
    expect(counts['clock']).toBeGreaterThan(tickets);
    expect(counts['assignment']).toBeGreaterThan(tickets / 2);
  });

  test('tells how a ticket changed, and with whom its events have to do', async () => {
    const { parsed } = await ocel(end);
    const ticket = parsed.objects.find(({ id }) => id === 'ticket/t0') as OcelObject;
    const statuses = ticket.attributes.filter(({ name }) => name === 'status');
    expect(statuses[0]).toMatchObject({ value: 'registered' });
    expect(statuses.length).toBeGreaterThan(2);
    const times = statuses.map(({ time }) => time);
    expect(times).toEqual(times.toSorted());
    const routed = parsed.events.find(({ type }) => type === 'TicketRouted') as OcelEvent;
    expect(routed.relationships.map(({ qualifier }) => qualifier)).toEqual(expect.arrayContaining(['ticket', 'lead']));
    const accepted = parsed.events.find(
      ({ type, relationships }) => type === 'PartAccepted' && relationships.some(({ qualifier }) => qualifier === 'assignment'),
    );
    expect(accepted?.relationships.map(({ qualifier }) => qualifier)).toEqual(expect.arrayContaining(['assignment', 'department', 'handler'])); // prettier-ignore
  });

  test('tells which clocks an event started and ended', async () => {
    const { parsed } = await ocel(end);
    const related = parsed.events.flatMap(({ type, relationships }) => relationships.map(({ qualifier, objectId }) => `${type} ${qualifier} ${objectId.split('/').at(-1)}`)); // prettier-ignore
    expect(related).toContain('TicketRegistered clock started resolve:1');
    expect(related).toContain('TicketRouted clock ended dispatch:1');
  });

  test('is the same for the same log', async () => {
    expect((await ocel(end)).text).toBe((await ocel(end)).text);
  });
});

describe('an export as OCEL 2.0 in SQLite', () => {
  const columnsOf = (database: DatabaseSync, table: string) =>
    database.prepare('SELECT name FROM pragma_table_info(?) ORDER BY name').all(table).map(({ name }) => name); // prettier-ignore

  test('has in its tables what the JSON has, leads nowhere that is not there, and says who took it out', async () => {
    const file = join(folder, 'ocel.sqlite');
    const done = await exportOcelSqlite({ store, end, signal, log: 'own', stamp }, file);
    const { parsed, done: told } = await ocel(end);
    expect(done).toEqual(told);
    const database = new DatabaseSync(file, { readOnly: true });
    const rows = (sql: string) => database.prepare(sql).all() as Record<string, string>[];
    expect(rows('PRAGMA foreign_key_check')).toEqual([]);
    expect(rows('SELECT * FROM ledgerline')).toEqual([expect.objectContaining(stamp)]);
    const [events, objects] = [rows('SELECT * FROM event ORDER BY ocel_id'), rows('SELECT * FROM object ORDER BY ocel_id')];
    const sorted = (items: readonly { readonly id: string; readonly type: string }[]) =>
      items.map(({ id, type }) => ({ ocel_id: id, ocel_type: type })).toSorted((a, b) => (a.ocel_id < b.ocel_id ? -1 : 1));
    expect([events, objects].map((some) => some.map((row) => ({ ...row })))).toEqual([sorted(parsed.events), sorted(parsed.objects)]); // prettier-ignore
    for (const [table, items] of [
      ['event_object', parsed.events],
      ['object_object', parsed.objects],
    ] as const) {
      const relations = items.flatMap(({ id, relationships }) => relationships.map((one) => `${id} ${one.objectId} ${one.qualifier}`)); // prettier-ignore
      expect(rows(`SELECT count(*) AS n FROM ${table}`)).toEqual([{ n: new Set(relations).size }]);
    }
    for (const { ocel_type: type, ocel_type_map: map } of rows('SELECT * FROM event_map_type')) {
      const [declared] = parsed.eventTypes.filter(({ name }) => name === type);
      expect(columnsOf(database, `event_${map}`)).toEqual([...(declared?.attributes.map(({ name }) => name) ?? []), 'ocel_id', 'ocel_time'].toSorted()); // prettier-ignore
    }
    const ticket = parsed.objects.find(({ id }) => id === 'ticket/t0') as OcelObject;
    const [first, ...changes] = rows("SELECT * FROM object_ticket WHERE ocel_id = 'ticket/t0' ORDER BY rowid");
    expect(first).toMatchObject({ ocel_time: '1970-01-01 00:00:00.000', ocel_changed_field: null, status: 'registered', kind: ticket.attributes.find(({ name }) => name === 'kind')?.value }); // prettier-ignore
    expect(changes.map((row) => [row['ocel_changed_field'], row[String(row['ocel_changed_field'])]])).toEqual(
      ticket.attributes.slice(-changes.length).map(({ name, value }) => [name, value]),
    );
    database.close();
  });

  test.each([[['Take in charge', 'take-in-charge', 'TAKE IN CHARGE', '受理', '!']]])('names a table for each of %j', (names) => {
    const file = join(folder, 'names.sqlite');
    const tables = new OcelTables(file, stamp);
    for (const [n, type] of names.entries())
      tables.event({ id: `e${n}`, type, time: '2026-01-02T03:04:05Z', attributes: [{ name: 'by', value: "o'clock" }], relationships: [] }); // prettier-ignore
    tables.close();
    const database = new DatabaseSync(file, { readOnly: true });
    const maps = database.prepare('SELECT ocel_type_map AS map FROM event_map_type ORDER BY rowid').all();
    expect(maps.map(({ map }) => map)).toEqual(['Takeincharge', 'takeincharge2', 'TAKEINCHARGE3', '受理', 'type']);
    expect(database.prepare('SELECT * FROM event_takeincharge2').all()).toEqual([{ ocel_id: 'e1', ocel_time: '2026-01-02 03:04:05.000', by: "o'clock" }]); // prettier-ignore
    database.close();
  });
});
