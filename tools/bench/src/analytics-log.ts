import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import type { Analytics, AnalyticsParts } from '@ledgerline/host';
import { instantText, sealCommit, streamName, type FactStore, type RecordedEvent } from '@ledgerline/kernel';
import { ReportingModule } from '@ledgerline/reporting';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSampleLog, type SampleLog } from './sample-log.js';
import { temporaryFolder } from './temporary-folder.js';

const shipped = join(import.meta.dirname, '../../../services/administration/src/installation/shipped');

/** A log of tickets with 25 events in two days under the shipped policy and calendar, which judge 26 clocks of each: some are late. */
export async function analyticsLog(tickets: number): Promise<SampleLog> {
  const log = await writeSampleLog({ tickets, events: 25, abreast: 200, minutes: 117 });
  for (const [type, code, file] of [['policy', 'company', 'company-policy'], ['calendar', 'default', 'default-calendar']] as const) {
    const body = JSON.parse(readFileSync(join(shipped, `${file}.json`), 'utf8')) as unknown;
    const at = instantText(Date.parse('2020-01-01T00:00:00Z'));
    const meta = { at, recordedAt: at, actor: { kind: 'system', id: 'bench' }, site: 'main', correlation: code } as const;
    const steps = [['DocumentDrafted', { type, code, draft: 1, body }], ['DocumentSubmitted', { draft: 1 }], ['DocumentApproved', { draft: 1, effectiveFrom: at, shipped: true, ownDraft: false }]] as const;
    const events = steps.map(([name, data], place): RecordedEvent => ({ id: `${code}.${place + 1}`, version: place + 1, type: name, schema: 1, data, meta }));
    const commit = { format: 1, stream: streamName('document', `${type}-${code}`), first: 1, command: code, digest: 'abcdefghijklmnopqrstuv', previous: null, events } as const;
    await log.store.append(sealCommit(commit, nodeCryptography));
  } // prettier-ignore
  return log;
}

export interface OpenAnalytics {
  readonly facts: FactStore;
  readonly answers: ReturnType<Analytics['open']>['answers'];
  /** Seconds until the facts had the whole log. */
  filled(): Promise<number>;
  close(): Promise<void>;
}

/** The reporting service's own analytics on a file, as its thread opens them. @param watch given the store before it is used */
export async function openAnalytics(
  log: SampleLog,
  watch: (facts: FactStore) => FactStore | Promise<FactStore> = (facts) => facts,
): Promise<OpenAnalytics> {
  const { analytics } = ReportingModule.service;
  if (analytics === undefined) throw new Error('the reporting service has no analytics');
  const { folder, remove } = temporaryFolder();
  const facts = await watch(await DuckDBFactStore.open(join(folder, 'facts.duckdb'), analytics.facts));
  const stopping = new AbortController();
  const quiet = { info: () => undefined, error: (what: unknown) => process.stderr.write(`${String(what)}\n`) };
  const clock = { now: () => Date.now() };
  const configuration = { timeZone: 'Asia/Shanghai' };
  const parts = { store: log.store, codec: log.newCodec(), facts, signal: stopping.signal, log: quiet, clock, configuration };
  const { fill, answers } = analytics.open(parts as unknown as AnalyticsParts);
  let ended: Promise<void> = Promise.resolve();
  return {
    facts,
    answers,
    async filled() {
      const [began, end] = [performance.now(), await log.store.end()];
      ended = fill();
      while ((await facts.position()) !== end) await new Promise((resolve) => setTimeout(resolve, 20));
      return (performance.now() - began) / 1_000;
    },
    async close() {
      stopping.abort();
      await ended;
      await facts.close();
      remove();
    },
  };
}
