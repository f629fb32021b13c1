import type { Ledgerline } from './ledgerline.js';
import { readinessSubject, thisProcess, tooSilent, type ReadinessReport } from './readiness-report.js';
import { sleep } from './supervision.js';

/** Milliseconds between reports while followers move, and at rest. */
const [moving, resting] = [100, 1_000];

export function readinessOf(ledgerline: Ledgerline, services: readonly string[]): ReadinessReport {
  const { supervision, watch } = ledgerline;
  const loops = supervision.health();
  const mailboxes = ledgerline.mailboxes.all();
  const link = ledgerline.links.health();
  const sites = ledgerline.links.heardSites();
  const logSilence = Math.round(watch.silence());
  return {
    process: thisProcess,
    services,
    clock: ledgerline.clock.now(),
    ready: logSilence < tooSilent && loops.every(({ running, keepsStill }) => running || keepsStill !== undefined),
    logSilence,
    loops,
    ...(mailboxes.length === 0 ? {} : { mailboxes }),
    ...(link === undefined ? {} : { link }),
    ...(sites.length === 0 ? {} : { sites }),
    projections: watch.own.projections.reached(),
    processManagers: watch.own.processManagers.reached(),
  };
}

/** Tells how this process is, again and again: often while its followers move, since their lag is computed from it. */
export async function tellReadiness(ledgerline: Ledgerline, services: readonly string[], signal: AbortSignal): Promise<void> {
  const subject = readinessSubject(ledgerline.configuration.site);
  let told = { text: '', at: Number.NEGATIVE_INFINITY };
  while (!signal.aborted) {
    const report = readinessOf(ledgerline, services);
    const text = JSON.stringify([report.ready, report.projections, report.processManagers]);
    if (text !== told.text || performance.now() - told.at >= resting) {
      ledgerline.bus.tell(subject, report);
      told = { text, at: performance.now() };
    }
    await sleep(moving, signal);
  }
}
