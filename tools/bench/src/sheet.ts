import { SqliteReadModels } from '@ledgerline/adapter-sqlite';
import { emptyBook, type ClockBook, type Ticket } from '@ledgerline/domain';
import { instantText, type Collection, type Position, type Projection, type StoredDocument } from '@ledgerline/kernel';
import { ReportingModule } from '@ledgerline/reporting';
import { median, percentile, print, say } from './figure.js';
import type { Scale } from './scale.js';
import { temporaryFolder } from './temporary-folder.js';

const [pageSize, clocksEach, target] = [200, 5, 5];
const began = 1_772_400_000_000;

export const deadlineSheet = ReportingModule.service.projections?.find(
  ({ collection }) => collection.name === 'deadlines',
) as unknown as Projection<object>;

type Ask = (request: object, ledgerline: object) => Promise<{ readonly kind: string; readonly items: readonly object[] }>;

/** "What is due next, 200" over a million open deadlines, all of them and one department's; beside it over a thousand. */
export async function sheet({ shortSheet, longSheet, sheetCalls }: Scale): Promise<void> {
  const [short, long] = [await openSheet(shortSheet), await openSheet(longSheet)];
  for (const [question, body] of Object.entries(questions)) {
    const took = { short: [] as number[], long: [] as number[] };
    let busy = 0;
    for (let call = -20; call < sheetCalls; call += 1) {
      const one = await timed(() => short.ask(body(call)));
      const before = process.cpuUsage();
      const other = await timed(() => long.ask(body(call)));
      const { user, system } = process.cpuUsage(before);
      if (call < 0) continue;
      took.short.push(one);
      took.long.push(other);
      busy += user + system;
    }
    const p95 = byHundreds(took.long);
    const floorP95 = byHundreds(took.short);
    print({
      bench: 'sheet', question, deadlines: longSheet, floorDeadlines: shortSheet, page: pageSize, p95, p50: median(took.long),
      cpu: busy / 1_000 / sheetCalls,      floorP95, ratio: p95 / floorP95, target, holds: p95 < target,
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
  const middle = began + deadlines * 500;
  const ledgerline = { live: () => Promise.resolve(collection), clock: { now: () => middle } };
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
    const documents = Array.from({ length: Math.min(2_000, tickets - written) }, (_, place) =>
      documentOf(written + place, tickets),
    );
    await collection.write(documents, { position: 'main.1bench.1' as Position, owner });
  }
}

/**
 * Five clocks of a ticket, in the hands of one of eight departments. Due times lie a second apart and in no order of the
 * tickets: what is due next is scattered over the whole sheet, as it is where every ticket has its own limits.
 */
export function documentOf(
  place: number,
  tickets: number,
  id = `p0-${String((place * 7_919) % 1_000_003).padStart(26, '0')}`,
): StoredDocument<object> {
  const department = `department-${place % 8}`;
  const registeredAt = instantText(began + place * 1_000);
  const ticket = {
    status: 'in-progress', level: 'general', kind: 'complaint', item: 'fault', site: 'main', confidential: false, registeredAt,
    number: `20260302-${String(place).padStart(8, '0')}-A`,
    parts: [{ department, part: 'lead', assignment: 1, status: 'accepted', handler: `h-${place % 50}`, urges: 0, returnRequested: false, routedAt: registeredAt }],
  } as unknown as Ticket; // prettier-ignore
  const clocks = Array.from({ length: clocksEach }, (_, clock) => {
    const due = instantText(began + (((place * clocksEach + clock) * 611_953) % (tickets * clocksEach)) * 1_000);
    const of = clock < 3 ? { department, part: 'lead', assignment: 1 } : {};
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
