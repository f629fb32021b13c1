import { projectionLoop } from './keep-projection.js';
import { latestOfMailboxes, type MailboxHealth } from './mailbox-watch.js';
import type { LinkHealth, SiteHeard } from './link/link-health.js';
import type { LogWatch } from './log-watch.js';
import { thisProcess, tooSilent, type ReadinessReport } from './readiness-report.js';

/** One process of a service, as it was last heard. */
export type HeardProcess = Pick<ReadinessReport, 'process' | 'ready' | 'logSilence' | 'loops' | 'mailboxes'> & {
  /** Milliseconds since it was heard. */
  readonly heardAgo: number;
  /** Projections and process managers that follow the log in it; other copies of them stand by. */
  readonly follows: readonly string[];
};

export interface ServiceReadiness {
  readonly service: string;
  /** Some process of it is there and well. */
  readonly ready: boolean;
  readonly processes: readonly HeardProcess[];
}

/**
 * What all processes say of themselves, gathered by the edge. Their followers' positions go into the watch, so that lag is
 * known here wherever projections run, and grows when the process that ran one is gone.
 */
export class HeardReadiness {
  private readonly since = performance.now();
  private readonly heard = new Map<string, { readonly report: ReadinessReport; readonly at: number }>();
  private readonly ever = new Set<string>();

  constructor(private readonly watch: LogWatch) {}

  hear(report: ReadinessReport): void {
    this.heard.set(report.process, { report, at: performance.now() });
    for (const service of report.services) this.ever.add(service);
    const still = new Set(report.loops.filter(({ keepsStill }) => keepsStill !== undefined).map(({ name }) => name));
    for (const name of Object.keys(report.projections))
      this.watch.all.projections.standsStill(name, still.has(`${projectionLoop}${name}`));
    if (report.process === thisProcess) return;
    for (const followers of ['projections', 'processManagers'] as const)
      for (const [name, position] of Object.entries(report[followers]))
        this.watch.all[followers].report(name, position ?? undefined);
  }

  services(names: readonly string[]): readonly ServiceReadiness[] {
    const present = this.present();
    return names.map((service) => {
      const processes = present.filter(({ services }) => services.includes(service)).map(({ services: _, ...shown }) => shown);
      return { service, ready: processes.some(({ ready }) => ready), processes };
    });
  }

  /** Whether another process of a service was there a moment ago, and has said nothing for so many milliseconds. */
  hasFallenSilent(service: string, silence: number): boolean {
    return this.present().some(
      ({ process, services, heardAgo }) => process !== thisProcess && services.includes(service) && heardAgo >= silence,
    );
  }

  /** How it goes with each mailbox that some process reads. */
  mailboxes(): readonly MailboxHealth[] {
    return latestOfMailboxes(this.present().flatMap((process) => process.mailboxes ?? []));
  }

  /** The link to the hub, by the word of whoever heard from it last; undefined where nobody keeps one. */
  link(): LinkHealth | undefined {
    return latest(this.told().flatMap(({ link }) => link ?? []));
  }

  /** Sites that have joined this installation, each as it was heard last. */
  sites(): readonly SiteHeard[] {
    const bySite = Map.groupBy(
      this.told().flatMap(({ sites }) => sites ?? []),
      ({ site }) => site,
    );
    return [...bySite.values()].flatMap((heard) => latest(heard) ?? []);
  }

  private told(): readonly ReadinessReport[] {
    const now = performance.now();
    return [...this.heard.values()].flatMap(({ report, at }) => (now - at < tooSilent ? [report] : []));
  }

  /**
   * Milliseconds that projections may be behind for all we know: their lag, or the time for which we have listened in vain
   * for the first word of a service.
   */
  lag(names: readonly string[]): number {
    const lag = this.watch.all.projections.lag();
    if (this.ever.size >= names.length && names.every((name) => this.ever.has(name))) return lag;
    return Math.max(lag, performance.now() - this.since);
  }

  private present(): readonly (HeardProcess & Pick<ReadinessReport, 'services'>)[] {
    const now = performance.now();
    return [...this.heard.values()].flatMap(({ report, at }) => {
      const heardAgo = Math.round(now - at);
      if (heardAgo >= tooSilent) {
        this.heard.delete(report.process);
        return [];
      }
      const { process, services, ready, logSilence, loops, mailboxes, projections, processManagers } = report;
      const follows = [...Object.keys(projections), ...Object.keys(processManagers)];
      const read = mailboxes === undefined ? {} : { mailboxes };
      return [{ process, services, ready, heardAgo, logSilence, follows, loops, ...read }];
    });
  }
}

function latest<Heard extends { readonly heardAt: string | null }>(all: readonly Heard[]): Heard | undefined {
  return all.toSorted((one, other) => ((one.heardAt ?? '') < (other.heardAt ?? '') ? 1 : -1))[0];
}
