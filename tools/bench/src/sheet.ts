import { SqliteReadModels } from '@ledgerline/adapter-sqlite';
import { emptyBook, type ClockBook, type Ticket } from '@ledgerline/domain';
import { instantText, type Collection, type Position, type Projection, type StoredDocument } from '@ledgerline/kernel';
import { ReportingModule } from '@ledgerline/reporting';
import { median, percentile, print, say } from './figure.js';
import type { Scale } from './scale.js';
import { temporaryFolder } from './temporary-folder.js';

const [pageSize, clocksEach, target] = [200, 5, 5];
/** Of the clocks of a ticket, in milliseconds; the first three are the department's. */
const limits = [3 * 86_400_000, 129_600_000, 2 * 86_400_000, 5 * 86_400_000, 2 * 3_600_000];
const ofDepartment = 3;
const began = 1_772_400_000_000;

export const deadlineSheet = ReportingModule.service.projections?.find(
  ({ collection }) => collection.name === 'deadlines',
) as unknown as Projection<object>;

type Ask = (request: object, ledgerline: object) => Promise<{ readonly kind: string; readonly items: readonly object[] }>;

/** "What is due next, 200" over a million open deadlines, all of them and one department's; beside it over a thousand. */
export async function sheet({ shortSheet, longSheet, sheetCalls }: Scale): Promise<void> {
  const [short, long] = [await openSheet(shortSheet), await openSheet(longSheet)];
  for (const [question, body] of Object.entries(questions)) {
    const took = { short: [] as number[], long: [] as number[], cpu: [] as number[] };
    for (let call = -20; call < sheetCalls; call += 1) {
      const one = await timed(() => short.ask(body(call)));
      const before = process.cpuUsage();
      const other = await timed(() => long.ask(body(call)));
      const { user, system } = process.cpuUsage(before);
      if (call < 0) continue;
      took.short.push(one);
      took.long.push(other);
      took.cpu.push((user + system) / 1_000);
    }
    const p95 = byHundreds(took.long);
    const floorP95 = byHundreds(took.short);
    print({
      bench: 'sheet', question, deadlines: longSheet, floorDeadlines: shortSheet, page: pageSize, p95, p50: median(took.long),
      cpuP95: byHundreds(took.cpu), cpuP50: median(took.cpu), floorP95, ratio: p95 / floorP95, target, holds: p95 < target,
    }); // prettier-ignore
  }
  await short.close();
  await long.close();
}

const questions: Readonly<Record<string, (call: number) => object>> = {
  'due next': () => ({}),
  'due next in a department': (call) => ({ department: `department-${Math.abs(call) % 8}` }),
  'overdue in a department': (call) => ({ department: `department-${Math.abs(call) % 8}`, overdue: true }),
};

async function openSheet(deadlines: number) {
  say(`  filling a sheet with ${deadlines} deadlines`);
  const { queries = {} } = ReportingModule.service;
  const { folder, remove } = temporaryFolder();
  const readModels = await SqliteReadModels.open(folder);
  const collection = await readModels.collection(deadlineSheet.collection);
  await fillWith(collection, deadlines / clocksEach);
  /** A department is late with the first clock of its own on half of the tickets. */
  const now = began + deadlines * 500 + Math.min(...limits.slice(0, ofDepartment));
  const ledgerline = { live: () => Promise.resolve(collection), clock: { now: () => now } };
  const principal = { kind: 'person', id: 'coordinator', roles: ['coordinator'], departments: ['call-centre'] };
  const dueNext = queries['deadlines'] as unknown as Ask;
  const ask = async (body: object) => {
    const { items } = await dueNext({ body: { ...body, limit: pageSize }, principal }, ledgerline);
    if (items.length === 0) throw new Error('nothing is due');
  };
  const close = async () => {
    await readModels.close();
    remove();
  };
  return { ask, close };
}

async function fillWith(collection: Collection<object>, tickets: number): Promise<void> {
  const owner = await collection.claim();
  for (let written = 0; written < tickets; written += 2_000) {
    const documents = Array.from({ length: Math.min(2_000, tickets - written) }, (_, place) => documentOf(written + place));
    await collection.write(documents, { position: 'main.1bench.1' as Position, owner });
  }
}

/**
 * Five clocks of a ticket, in the hands of one of eight departments, with limits of hours and of days: what is due next are
 * clocks of tickets that were registered at quite different times, about one a second.
 */
export function documentOf(
  place: number,
  id = `p0-${String((place * 7_919) % 1_000_003).padStart(26, '0')}`,
): StoredDocument<object> {
  const department = `department-${place % 8}`;
  const registered = began + place * clocksEach * 1_000;
  const registeredAt = instantText(registered);
  const ticket = {
    status: 'in-progress', level: 'general', kind: 'complaint', item: 'fault', site: 'main', confidential: false, registeredAt,
    number: `20260302-${String(place).padStart(8, '0')}-A`,
    parts: [{ department, part: 'lead', assignment: 1, status: 'accepted', handler: `h-${place % 50}`, urges: 0, returnRequested: false, routedAt: registeredAt }],
  } as unknown as Ticket; // prettier-ignore
  const clocks = Array.from({ length: clocksEach }, (_, clock) => {
    const due = instantText(registered + (limits[clock] as number) + clock * 1_000);
    const of = clock < ofDepartment ? { department, part: 'lead', assignment: 1 } : {};
    const name = ['handle', 'interim-feedback', 'supervision', 'resolve', 'first-response'][clock];
    return { clock: name, instance: `${name}:1`, ...of, state: 'running', due, lateAfter: due };
  });
  const book: ClockBook = { ...emptyBook, ticket };
  const document = { id, version: 3, book, clocks, holder: { who: 'lead', department }, held: false, wakes: clocks[0]?.due };
  return { id, document, versions: { [`ticket.${id}`]: 3 } };
}

/** The p95 of each hundred calls, and the median of those: one disturbance of the machine is not a slow sheet. */
function byHundreds(calls: readonly number[]): number {
  const hundreds = Array.from({ length: Math.ceil(calls.length / 100) }, (_, part) => calls.slice(part * 100, part * 100 + 100));
  return median(hundreds.map((hundred) => percentile(hundred, 0.95)));
}

async function timed(ask: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await ask();
  return performance.now() - started;
}
