import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import type { FactBatch, FactStore } from '@ledgerline/kernel';
import { ReportingModule } from '@ledgerline/reporting';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { analyticsLog, openAnalytics } from './analytics-log.js';
import { median, print, say } from './figure.js';
import type { Scale } from './scale.js';
import { temporaryFolder } from './temporary-folder.js';

const events = 25;
const wanted = 50_000;

/** Facts filled from a log, beside a program that parses the same commits and writes the same rows in the same batches. */
export async function analyticsFill(scale: Scale): Promise<void> {
  const total = scale.analysedTickets * events;
  say(`  writing ${total} events`);
  const log = await analyticsLog(scale.analysedTickets);
  const [floors, products, cpu]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < scale.rounds; round += 1) {
    const batches: FactBatch[] = [];
    const open = await openAnalytics(log, (facts) => recording(facts, batches));
    const before = process.cpuUsage();
    products.push(await open.filled());
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / total);
    await open.close();
    floors.push(await fillDirectly(log.file, batches));
    say(`  floor ${Math.round(total / (floors.at(-1) ?? 1))}/s, product ${Math.round(total / (products.at(-1) ?? 1))}/s`);
  }
  await log.close();
  const rates = { perSecond: total / median(products), floorPerSecond: total / median(floors) };
  const ratio = rates.perSecond / rates.floorPerSecond;
  print({
    bench: 'analytics-fill',
    events: total,
    ...rates,
    ratio,
    cpuMicrosecondsPerEvent: median(cpu),
    target: wanted,
    holds: rates.perSecond >= wanted,
  });
}

/** Rows are kept as they were given: the store empties nothing. */
function recording(facts: FactStore, batches: FactBatch[]): FactStore {
  const write: FactStore['write'] = (batch) => {
    batches.push(batch);
    return facts.write(batch);
  };
  return new Proxy(facts, { get: (of, name) => (name === 'write' ? write : bound(of, name)) });
}

function bound(facts: FactStore, name: string | symbol): unknown {
  const member = facts[name as keyof FactStore] as unknown;
  return typeof member === 'function' ? (member as (...args: unknown[]) => unknown).bind(facts) : member;
}

async function fillDirectly(file: string, batches: readonly FactBatch[]): Promise<number> {
  const { analytics } = ReportingModule.service;
  const { folder, remove } = temporaryFolder();
  const facts = await DuckDBFactStore.open(join(folder, 'floor.duckdb'), (analytics as NonNullable<typeof analytics>).facts);
  const began = performance.now();
  const database = new DatabaseSync(file, { readOnly: true });
  const page = database.prepare('SELECT sequence, text FROM commits WHERE sequence > ? ORDER BY sequence LIMIT 4096');
  for (let last = 0; ;) {
    const rows = page.all(last) as unknown as readonly { readonly sequence: number; readonly text: string }[];
    for (const { text } of rows) JSON.parse(text);
    const end = rows.at(-1);
    if (end === undefined) break;
    last = end.sequence;
  }
  for (const batch of batches) await facts.write(batch);
  const took = (performance.now() - began) / 1_000;
  database.close();
  await facts.close();
  remove();
  return took;
}
