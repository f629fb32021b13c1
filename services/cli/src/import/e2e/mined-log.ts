import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import { SqliteEventStore, SqliteVault } from '@ledgerline/adapter-sqlite';
import { ledgerlineEvents } from '@ledgerline/domain';
import { EventCodec, KeyRing, type FactStore, type Position } from '@ledgerline/kernel';
import { factTables } from '../../../../reporting/src/analytics/fact-tables.js';
import { Filling } from '../../../../reporting/src/analytics/fill/filling.js';
import type { WordList } from '../../../../reporting/src/analytics/fill/word-list.js';
import { answerReport, type ReportAnswer } from '../../../../reporting/src/analytics/reports/answer-report.js';
import { processGraph, type ProcessGraph } from '../../../../reporting/src/analytics/process/process.js';

const principal = { kind: 'person', id: 'miner', roles: ['auditor'], departments: [] } as const;

/** The process that an imported log shows, by the facts that the reporting service makes of it. */
export function minedFrom(data: string): Promise<ProcessGraph> {
  return asked(data, (parts) => processGraph({ principal, log: 'imported', limit: 5 }, parts));
}

/** How an imported log keeps to the prescribed process: each deviation by name, with how often. */
export function deviationsIn(data: string): Promise<ReportAnswer> {
  const filter = { group: ['deviation'], where: { log: 'imported' } };
  const configuration = { timeZone: 'UTC' } as never;
  return asked(data, (parts) => answerReport({ name: 'conformance', filter, principal, now: 0 }, { ...parts, configuration }));
}

async function asked<Answer>(
  data: string,
  answer: (parts: { readonly ask: FactStore['ask']; readonly words: WordList }) => Promise<Answer>,
): Promise<Answer> {
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
  const told = await answer({ ask: facts.ask, words: filling.words });
  await Promise.all([facts.close(), store.close(), vault.close()]);
  return told;
}
