import { ticketFold } from '@ledgerline/domain';
import { foldCommits, type StreamName } from '@ledgerline/kernel';
import { DatabaseSync } from 'node:sqlite';
import { percentile, print, say } from './figure.js';
import { writeSampleLog } from './sample-log.js';
import type { Scale } from './scale.js';

const events = 25;

/** A ticket's stream of 25 events, loaded, unsealed and folded, beside a SELECT and JSON.parse of the same rows. */
export async function streamLoad(scale: Scale): Promise<void> {
  say(`  writing ${scale.streams} streams`);
  const log = await writeSampleLog({ tickets: scale.streams, events, abreast: 100 });
  const database = new DatabaseSync(log.file, { readOnly: true });
  database.exec('PRAGMA mmap_size=268435456');
  const select = database.prepare(
    'SELECT c.* FROM places p JOIN commits c ON c.sequence = p.sequence WHERE p.stream = ? ORDER BY p.first',
  );
  const floor = (stream: StreamName) => {
    for (const { text } of select.all(stream) as unknown as readonly { readonly text: string }[]) JSON.parse(text);
    return Promise.resolve();
  };
  const warm = log.newCodec();
  const load = async (stream: StreamName, codec = warm) => {
    const { version } = foldCommits(await codec.open(await log.store.load(stream), ticketFold.looksInside), ticketFold);
    if (version !== events) throw new Error(`${stream} was loaded up to version ${version}`);
  };
  const took = { floor: [] as number[], product: [] as number[], newKeys: [] as number[] };
  for (let round = 0; round <= scale.rounds; round += 1) {
    const cold = log.newCodec();
    const turn = {
      floor: await timed(log.streams, floor),
      product: await timed(log.streams, load),
      newKeys: await timed(log.streams, (stream) => load(stream, cold)),
    };
    if (round === 0) continue;
    for (const name of ['floor', 'product', 'newKeys'] as const) took[name].push(...turn[name]);
  }
  database.close();
  await log.close();
  for (const keys of ['known', 'from-the-vault'] as const) {
    const mine = keys === 'known' ? took.product : took.newKeys;
    const rates = { perSecond: perSecond(mine), floorPerSecond: perSecond(took.floor) };
    const latencies = { p50: percentile(mine, 0.5), floorP50: percentile(took.floor, 0.5), p99: percentile(mine, 0.99) };
    print({ bench: 'stream-load', events, keys, ...rates, ratio: rates.perSecond / rates.floorPerSecond, ...latencies });
  }
}

/** Milliseconds that each took. */
async function timed<Item>(items: readonly Item[], task: (item: Item) => Promise<void>): Promise<readonly number[]> {
  const took: number[] = [];
  for (const item of items) {
    const started = performance.now();
    await task(item);
    took.push(performance.now() - started);
  }
  return took;
}

function perSecond(took: readonly number[]): number {
  return (took.length * 1_000) / took.reduce((sum, one) => sum + one, 0);
}
