import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import { SqliteEventStore, SqliteVault } from '@ledgerline/adapter-sqlite';
import { ledgerlineEvents } from '@ledgerline/domain';
import { EventCodec, KeyRing, type Position } from '@ledgerline/kernel';
import { factTables } from '../../../../reporting/src/analytics/fact-tables.js';
import { Filling } from '../../../../reporting/src/analytics/fill/filling.js';
import { processGraph, type ProcessGraph } from '../../../../reporting/src/analytics/process/process.js';

/** The process that an imported log shows, by the facts that the reporting service makes of it. */
export async function minedFrom(data: string): Promise<ProcessGraph> {
  const [store, vault] = [
    await SqliteEventStore.open(data, { readOnly: true }),
    await SqliteVault.open(data, { readOnly: true }),
  ];
  const facts = await DuckDBFactStore.open(':memory:', factTables);
  const filling = await Filling.from({
    store,
    codec: new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(vault)),
    facts,
  });
  for (let position: Position | undefined; ;) {
    const stored = await store.read(position, 4_096);
    if (stored.length === 0) break;
    await filling.take(stored);
    position = stored.at(-1)?.position;
  }
  await filling.write();
  const principal = { kind: 'person', id: 'miner', roles: ['auditor'], departments: [] } as const;
  const mined = await processGraph({ principal, log: 'imported', limit: 5 }, { ask: facts.ask, words: filling.words });
  await Promise.all([facts.close(), store.close(), vault.close()]);
  return mined;
}
