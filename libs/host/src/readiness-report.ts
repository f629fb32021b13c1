import type { Position } from '@ledgerline/kernel';
import { hostname } from 'node:os';
import type { LinkHealth, SiteHeard } from './link/link-health.js';
import type { MailboxHealth } from './mailbox-watch.js';
import type { LoopHealth } from './supervision.js';

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
  /** The mailboxes that it reads, where there are any. */
  readonly mailboxes?: readonly MailboxHealth[];
  /** The link to its hub, where it keeps one; and the sites that it has heard of, where it is a hub. */
  readonly link?: LinkHealth;
  readonly sites?: readonly SiteHeard[];
  /** How far those have come that follow the log in this process; a copy that stands by is not among them. */
  readonly projections: Progress;
  readonly processManagers: Progress;
}

/** Milliseconds of silence after which the log counts as out of reach, or a process as gone. */
export const tooSilent = 5_000;
/** This process, for as long as it lives. */
export const thisProcess = `${hostname()}:${process.pid}`;

export function readinessSubject(site: string): string {
  return `ledgerline.${site}.readiness`;
}
