import { expect, test } from '@jest/globals';
import type { Position } from '@ledgerline/kernel';
import { HeardReadiness } from './heard-readiness.js';
import { LogWatch } from './log-watch.js';
import { thisProcess, type ReadinessReport } from './readiness-report.js';

const at = (sequence: number) => String(sequence) as Position;
const report = (about: Partial<ReadinessReport>): ReadinessReport => ({
  process: 'host:1', services: ['reporting'], ready: true, clock: 0, logSilence: 0, loops: [], projections: {}, processManagers: {}, ...about,
}); // prettier-ignore

function gathering() {
  let end = 0;
  const store = { end: () => Promise.resolve(at(end)), compare: (a: Position, b: Position) => Number(a) - Number(b) };
  const watch = new LogWatch(store, { projections: [], processManagers: [] });
  const append = async () => {
    end += 1;
    await watch.look();
  };
  return { watch, readiness: new HeardReadiness(watch), append };
}

/** Until the clock has moved: lag is a time. */
async function aMoment(): Promise<void> {
  for (const began = performance.now(); performance.now() - began < 2;) await new Promise((resolve) => setImmediate(resolve));
}

test('lag counts from what a projection of another process has not applied, also when that process says no more', async () => {
  const { readiness, append } = gathering();
  await append();
  readiness.hear(report({ projections: { tickets: at(1) } }));
  expect(readiness.lag(['reporting'])).toBe(0);
  await append();
  await aMoment();
  expect(readiness.lag(['reporting'])).toBeGreaterThan(0);
  readiness.hear(report({ projections: { tickets: at(2) } }));
  expect(readiness.lag(['reporting'])).toBe(0);
});

test('a service that was never heard is as far behind as we have listened', async () => {
  const { readiness } = gathering();
  readiness.hear(report({}));
  await aMoment();
  expect(readiness.lag(['reporting', 'intake'])).toBeGreaterThan(0);
  readiness.hear(report({ process: 'host:2', services: ['intake'] }));
  expect(readiness.lag(['reporting', 'intake'])).toBe(0);
});

test('a service is ready where one of its processes is, and lag is known of each follower', async () => {
  const { readiness, watch, append } = gathering();
  await append();
  readiness.hear(report({ ready: false, projections: { tickets: at(1) } }));
  expect(readiness.services(['reporting', 'intake']).map(({ service, ready }) => [service, ready])).toEqual([
    ['reporting', false],
    ['intake', false],
  ]);
  readiness.hear(report({ process: 'host:2', projections: { accounts: at(0) } }));
  expect(readiness.services(['reporting'])[0]).toMatchObject({ ready: true, processes: [{ ready: false }, { ready: true }] });
  await aMoment();
  expect(watch.all.projections.lags()).toMatchObject({ tickets: 0 });
  expect(watch.all.projections.lags()['accounts']).toBeGreaterThan(0);
});

test('one that said nothing for a while has fallen silent: of another service, or this process itself, it is not said', async () => {
  const { readiness } = gathering();
  readiness.hear(report({}));
  readiness.hear(report({ process: thisProcess, services: ['intake'] }));
  expect(readiness.hasFallenSilent('reporting', 1_000)).toBe(false);
  await aMoment();
  expect(['reporting', 'intake', 'routing'].filter((service) => readiness.hasFallenSilent(service, 1))).toEqual(['reporting']);
});
