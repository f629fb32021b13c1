import type { FactStore, Position } from '@ledgerline/kernel';
import { analyticsLog, openAnalytics } from './analytics-log.js';
import { askers, dashboards, type Asked } from './dashboards.js';
import { digestFigures } from './digest-figures.js';
import { percentile, print, say } from './figure.js';
import { processFigures } from './process-figures.js';
import { writeSampleFacts } from './sample-facts.js';
import { year } from './sample-fact-rows.js';
import type { Scale } from './scale.js';

const wanted = 300;

/** What dashboards ask, by whoever asks it, over facts of many tickets: each answer with its figures by group and over all. */
export async function reportQueries(scale: Scale): Promise<void> {
  const log = await analyticsLog(0);
  const position = await log.store.end();
  const began = performance.now();
  const open = await openAnalytics(log, (facts) => sampled(facts, position, scale.reportedTickets));
  say(`  ${scale.reportedTickets} tickets' facts written in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  await open.filled();
  const ask = async ({ name, filter, cell }: Asked, principal: object) => {
    const question = { name, filter, principal, now: year.to, ...(cell === undefined ? {} : { cell, limit: 50 }) };
    const started = performance.now();
    const before = process.cpuUsage();
    const answer = await (open.answers[cell === undefined ? 'report' : 'tickets'] as (asked: object) => Promise<{ kind: string }>)(question);
    if (answer.kind !== 'report') throw new Error(`${name} was answered with ${JSON.stringify(answer)}`);
    const { user, system } = process.cpuUsage(before);
    return { milliseconds: performance.now() - started, cpu: (user + system) / 1_000 };
  }; // prettier-ignore
  const all: { readonly milliseconds: number; readonly cpu: number; readonly who: string; readonly what: string }[] = [];
  for (let round = 0; round <= scale.reportRounds; round += 1)
    for (const principal of askers)
      for (const asked of dashboards) {
        const took = await ask(asked, principal);
        if (round > 0) all.push({ ...took, who: principal.id, what: told(asked) });
      }
  await digestFigures(open, scale.reportedTickets);
  await processFigures(open, scale.reportedTickets);
  const rss = process.memoryUsage.rss();
  await open.close();
  await log.close();
  for (const [what, some] of Map.groupBy(all, (one) => one.what)) say(`  ${what}: p95 ${p95(some).toFixed(0)} ms`);
  for (const [who, some] of [['everybody', all] as const, ...Map.groupBy(all, (one) => one.who)])
    print({
      bench: 'report-queries',
      tickets: scale.reportedTickets,
      who,
      queries: some.length,
      p50: percentile(some.map(({ milliseconds }) => milliseconds), 0.5),
      p95: p95(some),
      cpuP95: percentile(some.map(({ cpu }) => cpu), 0.95),
      ...(who === 'everybody' ? { target: wanted, holds: p95(some) <= wanted, megabytes: Math.round(rss / 1e6) } : {}),
    }); // prettier-ignore
}

async function sampled(facts: FactStore, position: Position, tickets: number): Promise<FactStore> {
  await writeSampleFacts(facts, { tickets, position, onBatch: (done) => say(`  ${done} tickets`) });
  return facts;
}

function told({ name, filter, cell }: Asked): string {
  const period = filter.from === undefined ? 'now' : `${Math.round((year.to - filter.from) / 86_400_000)} days`;
  return `${name} of ${period} by ${filter.group.join(', ') || 'nothing'}${cell === undefined ? '' : `, tickets of ${cell}`}`;
}

function p95(some: readonly { readonly milliseconds: number }[]): number {
  return percentile(some.map(({ milliseconds }) => milliseconds), 0.95); // prettier-ignore
}
