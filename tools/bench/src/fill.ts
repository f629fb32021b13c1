import { SqliteReadModels } from '@ledgerline/adapter-sqlite';
import { catchUp, type Collection } from '@ledgerline/kernel';
import { fillDirectly, type Batch } from './fill-floor.js';
import { atLeast, median, print, say } from './figure.js';
import { writeSampleLog, type SampleLog } from './sample-log.js';
import type { Scale } from './scale.js';
import { temporaryFolder } from './temporary-folder.js';
import { ticketList, type ListedTicket } from './ticket-list.js';

const events = 6;

/** The `tickets` read model filled from a log, beside a program that parses the same commits and writes the same rows. */
export async function fill(scale: Scale): Promise<void> {
  say(`  writing ${scale.filledTickets * events} events`);
  const log = await writeSampleLog({ tickets: scale.filledTickets, events, abreast: 200 });
  const batches: Batch[] = [];
  await filled(log, (changes) => batches.push(changes));
  const total = scale.filledTickets * events;
  const floors: number[] = [];
  const products: number[] = [];
  for (let round = 0; round < scale.rounds; round += 1) {
    floors.push(await fillDirectly(log.file, batches));
    products.push(await filled(log));
    say(`  floor ${Math.round(total / (floors.at(-1) ?? 1))}/s, product ${Math.round(total / (products.at(-1) ?? 1))}/s`);
  }
  await log.close();
  const rates = { perSecond: total / median(products), floorPerSecond: total / median(floors) };
  print({ bench: 'fill', events: total, ...rates, ...atLeast(rates.perSecond / rates.floorPerSecond, 0.5) });
}

/** Seconds that the product's own rebuild takes, with keys that it has to ask the vault for. */
async function filled(log: SampleLog, record?: (changes: Batch) => void): Promise<number> {
  const { folder, remove } = temporaryFolder();
  const readModels = await SqliteReadModels.open(folder);
  const collection = await readModels.collection(ticketList.collection);
  const started = performance.now();
  await catchUp(ticketList, record ? recording(collection, record) : collection, { store: log.store, codec: log.newCodec() });
  const took = (performance.now() - started) / 1_000;
  await readModels.close();
  remove();
  return took;
}

function recording(collection: Collection<ListedTicket>, record: (changes: Batch) => void): Collection<ListedTicket> {
  const write: Collection<ListedTicket>['write'] = (changes, checkpoint) => {
    record(changes);
    return collection.write(changes, checkpoint);
  };
  return Object.assign(Object.create(collection) as Collection<ListedTicket>, { write });
}
