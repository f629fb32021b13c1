import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { ledgerlineEvents, ticketFold, type MaybeTicket } from '@ledgerline/domain';
import {
  advanced,
  emptyStream,
  EventCodec,
  KeyRing,
  type FoldedStream,
  type Position,
  type StoredCommit,
  type Vault,
} from '@ledgerline/kernel';
import { DatabaseSync } from 'node:sqlite';
import { atLeast, median, print, say } from './figure.js';
import { writeSampleLog, type SampleLog } from './sample-log.js';
import type { Scale } from './scale.js';

const events = 25;
const batch = 500;

/**
 * A million ticket events decoded and folded as loads do it, beside reading and parsing the same commits: with the texts in
 * memory and from the log's file; with the personal fields unsealed that the fold looks at, which is how the product folds,
 * and beside it with all of them and with none (the keys answer "destroyed").
 */
export async function fold(scale: Scale): Promise<void> {
  say(`  writing ${scale.foldedStreams * events} events`);
  const log = await writeSampleLog({ tickets: scale.foldedStreams, events, abreast: 20 });
  const memory = await everyBatch(log);
  const database = new DatabaseSync(log.file, { readOnly: true });
  database.exec('PRAGMA mmap_size=268435456');
  const page = database.prepare('SELECT * FROM commits WHERE sequence > ? ORDER BY sequence LIMIT ?');
  const sources = {
    memory: { floor: () => parseAll(memory), batches: () => memory },
    log: { floor: () => parseAll(pagesOf(page)), batches: () => readAll(log) },
  };
  const ways = {
    needed: { codec: log.newCodec(), looksInside: ticketFold.looksInside },
    all: { codec: log.newCodec(), looksInside: undefined },
    none: { codec: withoutKeys(), looksInside: undefined },
  };
  for (const source of ['memory', 'log'] as const)
    for (const personal of ['needed', 'all', 'none'] as const) {
      const { floor, batches } = sources[source];
      const floors: number[] = [];
      const products: number[] = [];
      for (let pass = -1; pass < scale.foldPasses; pass += 1) {
        const floorTook = await seconds(async () => floor());
        const productTook = await seconds(() => foldAll(batches(), ways[personal]));
        if (pass >= 0) floors.push(floorTook);
        if (pass >= 0) products.push(productTook);
      }
      say(`  ${source}, ${personal}`);
      const total = scale.foldedStreams * events;
      const rates = { perSecond: total / median(products), floorPerSecond: total / median(floors) };
      const facts = { source, personalFields: personal, events: total * scale.foldPasses };
      const ratio = rates.perSecond / rates.floorPerSecond;
      print({ bench: 'fold', ...facts, ...rates, ...(personal === 'needed' ? atLeast(ratio, 0.4) : { ratio }) });
    }
  database.close();
  await log.close();
}

type Batches = Iterable<readonly StoredCommit[]> | AsyncIterable<readonly StoredCommit[]>;

interface Way {
  readonly codec: EventCodec;
  readonly looksInside: readonly string[] | undefined;
}

async function foldAll(batches: Batches, { codec, looksInside }: Way): Promise<void> {
  let folded = new Map<string, FoldedStream<MaybeTicket>>();
  for await (const stored of batches) {
    for (const commit of await codec.open(stored, looksInside))
      folded.set(commit.stream, advanced(folded.get(commit.stream) ?? emptyStream(ticketFold), commit, ticketFold));
    if (folded.size > 10_000) folded = new Map();
  }
}

function parseAll(batches: Iterable<readonly { readonly text: string }[]>): void {
  for (const commits of batches) for (const { text } of commits) JSON.parse(text);
}

function* pagesOf(page: ReturnType<DatabaseSync['prepare']>): Iterable<readonly { readonly text: string }[]> {
  let last = 0;
  for (;;) {
    const rows = page.all(last, batch) as unknown as readonly { readonly sequence: number; readonly text: string }[];
    if (rows.length === 0) return;
    last = rows.at(-1)?.sequence ?? last;
    yield rows;
  }
}

async function* readAll({ store }: SampleLog): AsyncIterable<readonly StoredCommit[]> {
  let position: Position | undefined;
  for (;;) {
    const stored = await store.read(position, batch);
    if (stored.length === 0) return;
    position = stored.at(-1)?.position;
    yield stored;
  }
}

async function everyBatch(log: SampleLog): Promise<readonly (readonly StoredCommit[])[]> {
  const batches: (readonly StoredCommit[])[] = [];
  for await (const stored of readAll(log)) batches.push(stored);
  return batches;
}

/** A codec that unseals nothing: what a fold costs that needs no personal field. */
function withoutKeys(): EventCodec {
  const vault: Pick<Vault, 'keys'> = {
    keys: (persons) => Promise.resolve(new Map(persons.map((id) => [id, 'destroyed'] as const))),
  };
  return new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(vault as Vault));
}

async function seconds(task: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await task();
  return (performance.now() - started) / 1_000;
}
