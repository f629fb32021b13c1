import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import { MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import { ledgerlineEvents, type GovernedDocument, type Policy } from '@ledgerline/domain';
import { EventCodec, KeyRing, streamName, type FactStore, type RecordedEvent } from '@ledgerline/kernel';
import { readFileSync } from 'node:fs';
import { factTables } from '../fact-tables.js';
import { Filling } from '../fill/filling.js';
import { WordList } from '../fill/word-list.js';
import { sampleLog } from './sample-histories.js';

const shipped = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../administration/src/installation/shipped/${file}.json`, import.meta.url), 'utf8'));
const approved = (type: 'policy' | 'calendar', code: string, body: unknown) =>
  [
    ['DocumentDrafted', { type, code, draft: 1, body }],
    ['DocumentSubmitted', { draft: 1 }],
    ['DocumentApproved', { draft: 1, effectiveFrom: '2025-12-01T00:00:00Z', shipped: true, ownDraft: false }],
  ] as const;

export const [policy, calendar] = [shipped('company-policy') as Policy, shipped('default-calendar')];
/** As the log's own documents fold. */
export const [policyDocument, calendarDocument] = [
  documentOf('policy', 'company', policy),
  documentOf('calendar', 'default', calendar),
];
export const tickets = 40;
export const store = new MemoryEventStore();
export const codec = new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(new MemoryVault()));

/** A log of forty tickets under the shipped policy, in memory. */
export async function writeLog(): Promise<void> {
  const documents = [approved('policy', 'company', policy), approved('calendar', 'default', calendar)];
  const { commits } = sampleLog(tickets, documents.map((steps) => [...steps]), 7, nodeCryptography); // prettier-ignore
  for (const commit of commits) await store.append(commit);
}

/** Commits of a batch, and whether the filling dies beside it. */
export interface Manner {
  readonly batch: () => number;
  readonly dies: () => 'nothing' | 'before' | 'after';
}
export const everything: Manner = { batch: () => 100_000, dies: () => 'nothing' };

/** Fills in batches; every so often it dies before or after one is written, and begins anew where the facts end. */
export async function fill(facts: FactStore, how: Manner): Promise<void> {
  let filling = await Filling.from({ store, codec, facts });
  let position = await facts.position();
  for (;;) {
    const stored = await store.read(position, how.batch());
    if (stored.length === 0) return;
    await filling.take(stored);
    const dies = how.dies();
    if (dies !== 'before') await filling.write();
    if (dies !== 'nothing') filling = await Filling.from({ store, codec, facts });
    position = await facts.position();
  }
}

export async function filledFacts(): Promise<{ readonly facts: FactStore; readonly words: WordList }> {
  const facts = await DuckDBFactStore.open(':memory:', factTables);
  await fill(facts, everything);
  const words = new WordList();
  await words.load(facts);
  return { facts, words };
}

export async function eventsOf(ticket: string): Promise<readonly RecordedEvent[]> {
  return (await codec.open(await store.load(streamName('ticket', ticket)), [])).flatMap(({ events }) => events);
}

function documentOf(type: 'policy' | 'calendar', code: string, body: unknown): GovernedDocument {
  const dates = { effectiveFrom: '2025-12-01T00:00:00Z', approvedAt: '2026-01-01T00:00:00Z' };
  return { type, code, versions: [{ draft: 1, status: 'approved', body, draftedBy: 'x', ...dates }] };
}
