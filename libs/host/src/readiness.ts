import type { Position } from '@ledgerline/kernel';
import { hostname } from 'node:os';
import type { Ledgerline } from './ledgerline.js';
import { sleep, type LoopHealth } from './supervision.js';

type Progress = Readonly<Record<string, Position | null>>;

/** What a process says of itself on the bus, to whoever gathers it: all is well, or what is not. */
export interface ReadinessReport {
  /** `{host}:{process id}` */
  readonly process: string;
  readonly services: readonly string[];
  readonly ready: boolean;
  /** What its clock says, milliseconds since the epoch. */
  readonly clock: number;
  /** Milliseconds since the log last answered. */
  readonly logSilence: number;
  readonly loops: readonly LoopHealth[];
  /** How far those have come that follow the log in this process; a copy that stands by is not among them. */
  readonly projections: Progress;
  readonly processManagers: Progress;
}

/** Milliseconds of silence after which the log counts as out of reach, or a process as gone. */
export const tooSilent = 5_000;
/** Milliseconds between reports while followers move, and at rest. */
const [moving, resting] = [100, 1_000];

/** This process, for as long as it lives. */
export const thisProcess = `${hostname()}:${process.pid}`;

export function readinessSubject(site: string): string {
  return `ledgerline.${site}.readiness`;
}

export function readinessOf(ledgerline: Ledgerline, services: readonly string[]): ReadinessReport {
  const { supervision, watch } = ledgerline;
  const loops = supervision.health();
  const logSilence = Math.round(watch.silence());
  return {
    process: thisProcess,
    services,
    clock: ledgerline.clock.now(),
    ready: logSilence < tooSilent && loops.every(({ running }) => running),
    logSilence,
    loops,
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
