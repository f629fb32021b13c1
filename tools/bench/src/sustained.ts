import { setTimeout as sleep } from 'node:timers/promises';
import { atLeast, median, print, say } from './figure.js';
import { startLoadGenerator } from './load-generator.js';
import type { Product } from './product.js';
import { residentMegabytes } from './process-memory.js';
import { messagesTo, registered, rowsOf } from './sample-requests.js';
import type { Scale } from './scale.js';
import { withServers } from './servers.js';

const connections = 64;
const largestLag = 2_000;

/** Minutes of messages at 64 connections: what holds when read models have to keep up, and what memory grows to. */
export function sustained(scale: Scale): Promise<void> {
  return withServers(async ({ product, floor }) => {
    const requests = messagesTo(await registered(product, scale.sustainedTickets));
    const generator = startLoadGenerator();
    const floorBurst = { url: floor.url, requests: rowsOf(requests), connections, seconds: Math.min(30, scale.sustainedSeconds) };
    const before = await generator.run(floorBurst);
    const freshMegabytes = residentMegabytes(product.pid);
    const load = generator.run({
      url: product.url,
      token: product.token,
      requests,
      connections,
      seconds: scale.sustainedSeconds,
    });
    const lags = await lagsWhile(load, product);
    const result = await load;
    const settledAfter = await product.settled();
    const megabytes = residentMegabytes(product.pid);
    const after = await generator.run(floorBurst);
    generator.stop();
    const floorPerSecond = mean([before.perSecond, after.perSecond]);
    const worstLag = Math.max(...lags);
    const held = atLeast(result.perSecond / floorPerSecond, 0.2);
    print({
      bench: 'sustained',
      connections,
      seconds: result.seconds,
      perSecond: result.perSecond,
      floorPerSecond,
      p50: result.p50,
      floorP50: before.p50,
      p99: result.p99,
      firstMinutePerSecond: mean(result.bySecond.slice(0, 60)),
      lastMinutePerSecond: mean(result.bySecond.slice(-61, -1)),
      failed: result.failed,
      medianLagMilliseconds: median(lags),
      worstLagMilliseconds: worstLag,
      lagTarget: largestLag,
      settledAfterMilliseconds: settledAfter,
      freshMegabytes,
      megabytes,
      ...held,
      holds: held.holds && worstLag <= largestLag && result.failed === 0,
    });
  });
}

/** What /health/ready says once a second until the load has ended. */
async function lagsWhile(load: Promise<unknown>, product: Product): Promise<readonly number[]> {
  let loading = true;
  const ended = () => (loading = false);
  load.then(ended, ended);
  const lags: number[] = [];
  while (loading) {
    await sleep(1_000);
    lags.push(await product.lagMilliseconds());
    if (lags.length % 30 === 0) say(`  ${lags.length} s: lag ${lags.at(-1)} ms, ${residentMegabytes(product.pid) ?? '?'} MB`);
  }
  return lags;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
