import { SqliteTreeStore, SqliteEventStore, SqliteVault } from '@ledgerline/adapter-sqlite';
import { growLogTree, verifyHistory } from '@ledgerline/host';
import { hash } from 'node:crypto';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { atLeast, median, print, say } from './figure.js';
import { writeSampleLog } from './sample-log.js';
import type { Scale } from './scale.js';

const events = 25;
const never = new AbortController().signal;

/**
 * The whole of `ledgerline verify` over a log with its signed tree, beside a plain loop that reads the texts of the same commits from the same file and hashes
 * them with SHA-256; and what extending the tree costs a commit.
 */
export async function verify(scale: Scale): Promise<void> {
  const commits = scale.verifiedStreams * events;
  say(`  writing ${commits} commits`);
  const log = await writeSampleLog({ tickets: scale.verifiedStreams, events, abreast: 20 });
  const folder = dirname(log.file);
  const trees = await SqliteTreeStore.open(folder);
  const store = await SqliteEventStore.open(folder, { readOnly: true });
  const vault = await SqliteVault.open(folder);
  const parts = { store, trees, vault, clock: { now: () => Date.now() }, site: 'main' };
  const treeTook = await seconds(async () => {
    await growLogTree(parts, await trees.claim(), never);
  });
  print({
    bench: 'verify',
    what: 'tree',
    commits,
    perSecond: commits / treeTook,
    microsecondsACommit: (treeTook * 1e6) / commits,
  });
  const [floors, products]: [number[], number[]] = [[], []];
  for (let pass = -1; pass < scale.foldPasses; pass += 1) {
    const floor = await seconds(async () => readAndHash(log.file));
    const product = await seconds(async () => {
      const { fault, signed } = await verifyHistory({ store, trees, folder }, {}, never);
      if (fault || signed.commits !== commits) throw new Error(`not whole: ${JSON.stringify(fault ?? signed)}`);
    });
    if (pass < 0) continue;
    floors.push(floor);
    products.push(product);
  }
  const rates = { perSecond: commits / median(products), floorPerSecond: commits / median(floors) };
  print({ bench: 'verify', what: 'log', commits, ...rates, ...atLeast(rates.perSecond / rates.floorPerSecond, 0.5) });
  await store.close();
  await trees.close();
  await vault.close();
  await log.close();
}

function readAndHash(file: string): void {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA mmap_size=268435456');
  for (const { text } of database.prepare('SELECT text FROM commits ORDER BY sequence').iterate() as Iterable<{ text: string }>)
    hash('sha256', text, 'base64url');
  database.close();
}

async function seconds(task: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await task();
  return (performance.now() - started) / 1_000;
}
