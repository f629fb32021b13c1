import { SqliteReadModels } from '@ledgerline/adapter-sqlite';
import { ticketFold, type MaybeTicket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import type { Collection, Position, RecordedEvent, StoredDocument } from '@ledgerline/kernel';
import { median, percentile, print, say } from './figure.js';
import { lifeOfTicket } from './sample-tickets.js';
import type { Scale } from './scale.js';
import { deadlineSheet, documentOf as onSheet } from './sheet.js';
import { temporaryFolder } from './temporary-folder.js';
import { listTickets, ticketList, type ListedTicket } from './ticket-list.js';

const pageSize = 50;

/** A department's open tickets, first page: a long list must not be slower than a short one. */
export async function list({ shortList, longList, listCalls }: Scale): Promise<void> {
  const short = await openList(shortList);
  const long = await openList(longList);
  const took = { short: [] as number[], long: [] as number[] };
  for (let call = -50; call < listCalls; call += 1) {
    const department = `department-${Math.abs(call) % 8}`;
    const shortTook = await timed(short.ask, department);
    const longTook = await timed(long.ask, department);
    if (call < 0) continue;
    took.short.push(shortTook);
    took.long.push(longTook);
  }
  await short.close();
  await long.close();
  const p95 = median(byHundreds(took.long).map((calls) => percentile(calls, 0.95)));
  const floorP95 = median(byHundreds(took.short).map((calls) => percentile(calls, 0.95)));
  const medians = { p50: percentile(took.long, 0.5), floorP50: percentile(took.short, 0.5) };
  const ratio = p95 / floorP95;
  print({
    bench: 'list',
    tickets: longList,
    floorTickets: shortList,
    p95,
    floorP95,
    ...medians,
    ratio,
    target: 1.5,
    holds: ratio <= 1.5,
  });
}

async function openList(tickets: number) {
  say(`  filling a read model with ${tickets} tickets`);
  const { folder, remove } = temporaryFolder();
  const readModels = await SqliteReadModels.open(folder);
  const collection = await readModels.collection(ticketList.collection);
  const sheet = await readModels.collection(deadlineSheet.collection);
  await fillWith(collection, tickets);
  await fillSheet(sheet, tickets);
  const live = ({ name }: { readonly name: string }) => Promise.resolve(name === 'tickets' ? collection : sheet);
  const ledgerline = { live, clock: { now: () => Date.now() } } as unknown as Pick<Ledgerline, 'live'>;
  const principal = { kind: 'person', id: 'coordinator', roles: ['coordinator'], departments: ['call-centre'] } as const;
  const ask = async (department: string) => {
    const { items } = await listTickets({ body: { department, open: true, limit: pageSize }, principal }, ledgerline);
    if (items.length !== pageSize) throw new Error(`${items.length} tickets on the first page of ${department}`);
  };
  const close = async () => {
    await readModels.close();
    remove();
  };
  return { ask, close };
}

async function fillWith(collection: Collection<ListedTicket>, tickets: number): Promise<void> {
  const owner = await collection.claim();
  for (let written = 0; written < tickets; written += 500) {
    const documents = Array.from({ length: Math.min(500, tickets - written) }, (_, place) => documentOf(written + place));
    await collection.write(documents, { position: 'main.1bench.1' as Position, owner });
  }
}

/** Who has each of the open ones, and what is due next on it: a list says so in every line. */
async function fillSheet(sheet: Collection<object>, tickets: number): Promise<void> {
  const owner = await sheet.claim();
  const open = Array.from({ length: tickets }, (_, place) => place).filter((place) => place % 4 !== 0);
  for (let written = 0; written < open.length; written += 500) {
    const documents = open.slice(written, written + 500).map((place) => onSheet(place, idOf(place)));
    await sheet.write(documents, { position: 'main.1bench.1' as Position, owner });
  }
}

function idOf(place: number): string {
  return `p0-${String(place).padStart(26, '0')}`;
}

/** Every fourth ticket has come to its end; the others are open, in the hands of a lead and a co-handler. */
function documentOf(place: number): StoredDocument<ListedTicket> {
  const id = idOf(place);
  const version = place % 4 === 0 ? 20 : 5;
  const at = Temporal.Instant.fromEpochMilliseconds(1_772_400_000_000 + place * 1_000).toString({ fractionalSecondDigits: 3 });
  const meta = { at, recordedAt: at, actor: { kind: 'person', id: 'agent' }, site: 'main', correlation: id } as const;
  const history = lifeOfTicket(place, 'person').slice(0, version);
  const ticket = history.reduce<MaybeTicket>(
    (before, event, index) =>
      ticketFold.evolve(before, { ...event, id: `${id}.${index}`, version: index + 1, schema: 1, meta } as RecordedEvent),
    undefined,
  );
  if (ticket === undefined) throw new Error('a ticket that was never registered');
  return { id, document: { ...ticket, id, version }, versions: { [`ticket.${id}`]: version } };
}

/** The p95 of a hundred calls, and the median of those: one disturbance of the machine is not a slow list. */
function byHundreds(calls: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(calls.length / 100) }, (_, part) => calls.slice(part * 100, part * 100 + 100));
}

async function timed(ask: (department: string) => Promise<void>, department: string): Promise<number> {
  const started = performance.now();
  await ask(department);
  return performance.now() - started;
}
