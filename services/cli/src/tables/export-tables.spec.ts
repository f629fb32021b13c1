import { describe, expect, jest, test } from '@jest/globals';
import { MemoryEventStore } from '@ledgerline/adapter-memory';
import { publicEventsOf, type CloudEvent } from '@ledgerline/domain';
import { sealCommit, streamName, type SealedCommit } from '@ledgerline/kernel';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { hash } from 'node:crypto';
import { globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchPath, type Batch, type ExportPlace } from '@ledgerline/exports';
import { exportTables } from '@ledgerline/exports';
import { FolderPlace } from './folder-place.js';
import { tableFile } from '@ledgerline/exports';

jest.setTimeout(60_000);

const never = new AbortController().signal;
const sha256 = (text: string) => hash('sha256', text, 'base64url');
const newFolder = () => mkdtempSync(join(tmpdir(), 'ledgerline-tables-'));

/** Tickets of two commits, some of them on another day, with events that are public and some that are not. */
function commitsOf(ticket: number): readonly SealedCommit[] {
  const day = 20 + (ticket % 3);
  const stream = streamName('ticket', `t${ticket}`);
  const meta = (minute: number) => {
    const at = `2026-11-${day}T10:0${minute}:00.000Z`;
    return { at, recordedAt: at, actor: { kind: 'system', id: 's' }, site: 'main', correlation: 'c' } as const;
  };
  const made: SealedCommit[] = [];
  for (const types of [['TicketRegistered'], ['TicketRouted', 'DeadlineWarned'], ['TicketClosed']]) {
    const before = made.at(-1);
    const [first, command] = [(before?.last ?? 0) + 1, `c${ticket}-${made.length}`];
    const data = { number: `n${ticket}`, channel: 'phone', kind: 'complaint', level: 'general', item: 'fault, "leak"', confidential: false, parent: ticket % 2 === 0, lead: 'd', coHandling: ['e', 'f'], by: 'table', code: '' }; // prettier-ignore
    const events = types.map((type, n) => ({ id: `${command}.${n + 1}`, version: first + n, type, schema: 1, data, meta: meta(made.length) })); // prettier-ignore
    made.push(sealCommit({ format: 1, stream, first, command, digest: 'd', previous: before?.hash ?? null, events }, { sha256 }));
  }
  return made;
}

async function append(store: MemoryEventStore, tickets: readonly number[]): Promise<void> {
  for (const ticket of tickets) for (const commit of commitsOf(ticket)) await store.append(commit);
}
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);
async function everything(store: MemoryEventStore): Promise<readonly CloudEvent[]> {
  return (await store.read(undefined, 100_000)).flatMap((commit) => publicEventsOf(commit, 'main'));
}

/** As who knows nothing of batches: every file that there is. */
async function rowsIn(folder: string): Promise<readonly Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (const file of globSync(join(folder, '**/*.parquet'))) {
    const type = /type=([^/]+)/.exec(file)?.[1];
    for (const row of await parquetReadObjects({ file: await asyncBufferFromFile(file) })) rows.push({ type, ...row });
  }
  return rows;
}
/** Files in memory; what is read is every file that there is, without a look at the batches. */
class KeptPlace implements ExportPlace {
  readonly files = new Map<string, Uint8Array>();
  last = () => Promise.resolve(this.batches().at(-1));
  close = () => undefined;
  conclude = (batch: Batch) => this.put(batchPath(batch.number), Buffer.from(JSON.stringify(batch)));

  put(path: string, bytes: Uint8Array): Promise<void> {
    this.files.set(path, bytes);
    return Promise.resolve();
  }

  batches(): readonly Batch[] {
    const named = [...this.files].filter(([path]) => path.startsWith('_batches/')).sort(([one], [other]) => (one < other ? -1 : 1)); // prettier-ignore
    return named.map(([, bytes]) => JSON.parse(Buffer.from(bytes).toString()) as Batch);
  }

  ids(): readonly string[] {
    const tables = [...this.files].filter(([path]) => path.endsWith('.csv')).map(([, bytes]) => Buffer.from(bytes).toString());
    return tables.flatMap((text) => text.split('\r\n').slice(1, -1).map((line) => String(line.split(',')[0]))).sort(); // prettier-ignore
  }
}

/** A place whose program is killed before or after it has written something, time and again. */
class DyingPlace implements ExportPlace {
  constructor(
    private readonly place: ExportPlace,
    private readonly chance: number,
  ) {}
  last = () => this.place.last();
  close = () => this.place.close();
  put = (path: string, bytes: Uint8Array) => this.maybe(() => this.place.put(path, bytes));
  conclude = (batch: Batch) => this.maybe(() => this.place.conclude(batch));

  private async maybe(write: () => Promise<void>): Promise<void> {
    if (Math.random() < this.chance) throw new Error('killed before');
    await write();
    if (Math.random() < this.chance) throw new Error('killed after');
  }
}

describe('tables', () => {
  test('killed at random points, with a log that grows meanwhile, they end with exactly the content of the log', async () => {
    let deaths = 0;
    for (let run = 0; run < 25; run += 1) {
      const [store, kept] = [new MemoryEventStore(), new KeptPlace()];
      let written = 0;
      for (const rest of [5, 12, 20])
        for (let whole = false; !whole;) {
          if (written < rest) await append(store, numbers(written, (written += Math.min(3, rest - written))));
          try {
            const place = new DyingPlace(kept, 0.05);
            await exportTables({ store, site: 'main', place, format: 'csv', commitsABatch: 7 }, never);
            whole = written === rest;
          } catch (error) {
            expect((error as Error).message).toMatch(/^killed/);
            deaths += 1;
          }
        }
      const all = await everything(store);
      expect(kept.ids()).toEqual(all.map(({ id }) => id).sort()); // prettier-ignore
      const batches = kept.batches();
      expect(batches.map(({ number }) => number)).toEqual(numbers(1, batches.length + 1));
      expect(batches.map(({ after }) => after)).toEqual([null, ...batches.slice(0, -1).map(({ position }) => position)]);
      const parts = batches.flatMap((batch) => batch.parts);
      expect(parts.filter(({ path, sha256: is }) => hash('sha256', kept.files.get(path) as Uint8Array, 'hex') !== is)).toEqual(
        [],
      );
      expect(batches.reduce((sum, { events }) => sum + events, 0)).toBe(all.length);
    }
    expect(deaths).toBeGreaterThan(30);
  });

  test('have the values of the events, by day and type; nothing new makes no batch', async () => {
    const store = new MemoryEventStore();
    const folder = newFolder();
    await append(store, numbers(0, 4));
    const place = await FolderPlace.open(folder);
    const run = () => exportTables({ store, site: 'main', place, format: 'parquet', commitsABatch: 1_000 }, never);
    expect([await run(), await run()]).toEqual([
      { batches: 1, events: 12 },
      { batches: 0, events: 0 },
    ]);
    await expect(FolderPlace.open(folder)).rejects.toThrow('another Ledgerline');
    place.close();
    const rows = await rowsIn(join(folder, 'type=ledgerline.ticket.registered.v1', 'day=2026-11-21'));
    expect(rows).toMatchObject([
      { id: 't1/c1-0.1', ticket: 't1', version: 1, time: new Date('2026-11-21T10:00:00.000Z'), item: 'fault, "leak"', parent: false, occurredAt: null },
    ]); // prettier-ignore
    const [routed] = await rowsIn(join(folder, 'type=ledgerline.ticket.routed.v1', 'day=2026-11-22'));
    expect(routed).toMatchObject({ lead: 'd', coHandling: '["e","f"]' });
    expect(batchPath(1)).toBe('_batches/00000001.json');
  });

  test('as CSV are RFC 4180', async () => {
    const store = new MemoryEventStore();
    await append(store, [0]);
    const [registered, , closed] = await everything(store);
    const text = (event: CloudEvent | undefined) =>
      Buffer.from(tableFile('csv', String(event?.type), [event as CloudEvent])).toString();
    expect(text(registered)).toBe(
      `id,ticket,version,time,position,number,channel,kind,level,item,confidential,parent,occurredAt,district,product\r\nt0/c0-0.1,t0,1,2026-11-20T10:00:00.000Z,${registered?.position},n0,phone,complaint,general,"fault, ""leak""",false,true,,,\r\n`,
    );
    expect(text(closed).endsWith(',""\r\n')).toBe(true);
  });

  test('what is no export of ours is left alone', async () => {
    const place = await FolderPlace.open(newFolder());
    await place.put(batchPath(1), Buffer.from('{"format":"other"}'));
    await expect(place.last()).rejects.toMatchObject({ code: 'not-an-export' });
    place.close();
  });
});
