import { serviceNames } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { Gauge, Counter, type Registry } from 'prom-client';

interface Measure<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly label: Label;
  /** Every value there is now, by what the label says; null where nobody knows it. */
  readonly values: () => Iterable<readonly [string, number | null]>;
}

/** How the house is: lag of what follows the log, services, loops and mailboxes, asked when somebody reads. */
export function houseMetrics({ clock, readiness, supervision, watch }: Ledgerline, register: Registry): void {
  /** Of a site: the one to its hub. */
  const links = () => [readiness.link()].filter((link) => link !== undefined);
  const silence = (heardAt: string | null) =>
    heardAt === null ? null : Math.max(0, (clock.now() - Temporal.Instant.from(heardAt).epochMilliseconds) / 1_000);
  new Gauge({
    name: 'ledgerline_projection_lag_seconds',
    help: 'How long the oldest commit has waited that some projection has not applied, wherever it runs',
    registers: [register],
    collect() {
      this.set(readiness.lag(serviceNames) / 1_000);
    },
  });
  const measures: readonly Measure<string>[] = [
    {
      name: 'ledgerline_follower_lag_seconds',
      help: 'The same of each projection and process manager',
      label: 'follower',
      values: () =>
        [watch.all.projections, watch.all.processManagers].flatMap((followers) =>
          Object.entries(followers.lags()).map(([name, lag]) => [name, lag / 1_000] as const),
        ),
    },
    {
      name: 'ledgerline_service_ready',
      help: '1 where some process of the service is well, else 0',
      label: 'service',
      values: () => readiness.services(serviceNames).map(({ service, ready }) => [service, ready ? 1 : 0] as const),
    },
    {
      name: 'ledgerline_loop_keeps_still',
      help: '1 where a background loop of some process does nothing for a reason that people have to know',
      label: 'loop',
      values: () => stillness(readiness.services(serviceNames).flatMap(({ processes }) => processes)),
    },
    {
      name: 'ledgerline_mailbox_waiting',
      help: 'Mails in a mailbox that were not taken when it was looked into last',
      label: 'mailbox',
      values: () => readiness.mailboxes().map(({ address, waiting }) => [address, waiting] as const),
    },
    {
      name: 'ledgerline_mailbox_unread',
      help: '1 where a mailbox cannot be read just now, else 0',
      label: 'mailbox',
      values: () => readiness.mailboxes().map(({ address, why }) => [address, why === undefined ? 0 : 1] as const),
    },
    {
      name: 'ledgerline_hub_link_up',
      help: "1 where this site's link to its hub works, else 0",
      label: 'hub',
      values: () => links().map(({ hub, state }) => [hub, state === 'up' ? 1 : 0] as const),
    },
    {
      name: 'ledgerline_hub_link_silence_seconds',
      help: 'How long this site has not heard of its hub',
      label: 'hub',
      values: () => links().map(({ hub, heardAt }) => [hub, silence(heardAt)] as const),
    },
    {
      name: 'ledgerline_mirror_behind_commits',
      help: "Commits of the hub's log that a site has not looked at (from-hub), and of its own that the hub has not got (to-hub), as last known",
      label: 'way',
      values: () =>
        links().flatMap(({ behind: { fromHub, toHub } }) => [['from-hub', fromHub] as const, ['to-hub', toHub] as const]),
    },
    {
      name: 'ledgerline_site_silence_seconds',
      help: 'How long this hub has not heard of a site',
      label: 'site',
      values: () => readiness.sites().map(({ site, heardAt }) => [site, silence(heardAt)] as const),
    },
  ];
  for (const { name, help, label, values } of measures)
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [register],
      collect() {
        this.reset();
        for (const [of, value] of values()) if (value !== null) this.set({ [label]: of }, value);
      },
    });
  new Counter({
    name: 'ledgerline_loop_failures_total',
    help: "How often a background loop of the gateway's process broke and was started again",
    labelNames: ['loop'],
    registers: [register],
    collect() {
      this.reset();
      for (const { name, failures } of supervision.health()) this.inc({ loop: name }, failures);
    },
  });
}

interface Loops {
  readonly loops: readonly { readonly name: string; readonly keepsStill?: string }[];
}

/** Each loop once, however many processes run it: 1 where any of them keeps still. */
function stillness(processes: readonly Loops[]): ReadonlyMap<string, number> {
  const still = new Map<string, number>();
  for (const { name, keepsStill } of processes.flatMap(({ loops }) => loops))
    still.set(name, keepsStill === undefined ? (still.get(name) ?? 0) : 1);
  return still;
}
