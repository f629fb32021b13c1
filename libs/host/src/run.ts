import { nodeCryptography } from '@ledgerline/adapter-crypto';
import {
  CommandHandling,
  EventCodec,
  eventCatalogue,
  Homes,
  KeyRing,
  type Clock,
  type CommandHandlingParts,
  type ErasureFacts,
  type EventCatalogue,
} from '@ledgerline/kernel';
import { randomInt } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { AnalyticsDesk } from './analytics/analytics-desk.js';
import { runAnalytics } from './analytics/run-analytics.js';
import { clockOf } from './clock.js';
import type { Configuration } from './configuration.js';
import type { Ledgerline } from './ledgerline.js';
import { joinHub } from './link/join-hub.js';
import { LinkWatch } from './link/link-health.js';
import { openPorts } from './open-ports.js';
import { checkpointSecret } from './log-tree/checkpoint-keys.js';
import { erasedSubject, forgetErased } from './erased-keys.js';
import { HeardReadiness } from './heard-readiness.js';
import { LogWatch } from './log-watch.js';
import { MailboxWatch } from './mailbox-watch.js';
import { readinessSubject } from './readiness-report.js';
import { tellReadiness } from './readiness.js';
import { runFollowers } from './run-followers.js';
import { runProcessManagers } from './run-process-managers.js';
import { runProjections } from './run-projections.js';
import type { ServiceDefinition, ServiceModule } from './service.js';
import { Secrets } from './secrets.js';
import { sleep, Supervision } from './supervision.js';
import { openTraces } from './traces/open-traces.js';
import { tracedBus } from './traces/traced-bus.js';
import { TracedCommandHandling } from './traces/traced-command-handling.js';
import { logFacts, type Traces } from './traces/traces.js';

export interface Running {
  readonly ledgerline: Ledgerline;
  /** `http://127.0.0.1:3000`, where an edge is among the modules. */
  readonly address: string | undefined;
  /** Answers what was accepted, then closes everything. */
  stop(): Promise<void>;
}

/** Starts services with a configuration: for `run`, the CLI and tests. */
export async function start(
  modules: readonly ServiceModule[],
  configuration: Configuration,
  clock: Clock = clockOf(configuration),
): Promise<Running> {
  const services = modules.map(({ service }) => service);
  const names = services.map(({ name }) => name);
  const { log, traces } = await openLog(configuration, names);
  const { ledgerline, secrets, close } = await openLedgerline(configuration, services, log, { clock, traces });
  try {
    await joinHub(ledgerline, names);
    // Read again where it may have joined since they were read.
    if (configuration.hub !== undefined) await secrets.load(await ledgerline.homes.hub());
  } catch (error) {
    await ledgerline.supervision.stop();
    await close();
    await traces?.close();
    throw error;
  }
  const edge = services.some((service) => service.edge);
  const { nestApplication } = await import('./nest-application.js');
  const app = await nestApplication(modules, ledgerline, edge);
  for (const service of services) await service.onStart?.(ledgerline);
  await app.startAllMicroservices();
  await runProjections(services, ledgerline);
  runProcessManagers(services, ledgerline);
  runFollowers(services, ledgerline);
  runAnalytics(services, ledgerline);
  for (const { loops = {} } of services)
    for (const [name, loop] of Object.entries(loops)) ledgerline.supervision.keep(name, (signal) => loop(ledgerline, signal));
  await ledgerline.bus.hear(erasedSubject(configuration.site), (facts: ErasureFacts) => forgetErased(ledgerline, facts));
  if (edge) await ledgerline.bus.hear(readinessSubject(configuration.site), (report) => ledgerline.readiness.hear(report));
  ledgerline.supervision.keep('readiness', (signal) => tellReadiness(ledgerline, names, signal));
  let address: string | undefined;
  if (edge) {
    await app.listen(configuration.port, configuration.host);
    address = await app.getUrl();
  }
  const stop = async () => {
    ledgerline.supervision.expectEnd();
    await app.close();
    await ledgerline.supervision.stop();
    await close();
    await traces?.close();
  };
  return { ledgerline, address, stop };
}

/** The process's log, whose lines name the span that they belong to where there are traces. */
async function openLog(
  configuration: Configuration,
  services: readonly string[],
): Promise<{ readonly log: Logger; readonly traces: Traces | undefined }> {
  const { logLevel: level, site } = configuration;
  const told: { traces?: Traces | undefined } = {};
  const mixin = configuration.traces === undefined ? {} : { mixin: () => logFacts(told.traces) };
  const log = pino({ level, base: { site }, ...mixin }, pino.destination(2));
  told.traces = await openTraces(configuration, services, log);
  return { log, traces: told.traces };
}

/** Opens the ports and puts together what services are given. */
export async function openLedgerline(
  configuration: Configuration,
  services: readonly Pick<ServiceDefinition, 'events' | 'projections' | 'projectionsModule' | 'processManagers' | 'logReaders'>[],
  log: Logger,
  { clock = clockOf(configuration), traces }: { readonly clock?: Clock; readonly traces?: Traces | undefined } = {},
): Promise<{ ledgerline: Ledgerline; secrets: Secrets; close: () => Promise<void> }> {
  const opened = await openPorts(configuration, log);
  const ports = traces === undefined ? opened : { ...opened, bus: tracedBus(opened.bus, traces) };
  const keys = new KeyRing(ports.vault);
  const codec = new EventCodec(allEvents(services), nodeCryptography, keys);
  await ports.vault.secret(checkpointSecret(1));
  const homes = new Homes(ports.store, configuration.site);
  const secrets = new Secrets(ports.vault);
  await secrets.load(await homes.hub());
  const watch = new LogWatch(ports.store, {
    projections: services.flatMap((service) => (service.projections ?? []).map(({ collection }) => collection.name)),
    processManagers: services.flatMap(({ processManagers = [], logReaders = [] }) =>
      [...processManagers, ...logReaders].map(({ name }) => name),
    ),
  });
  const subject = subjectsOf(configuration.site);
  const handling: CommandHandlingParts = {
    store: ports.store,
    codec,
    cryptography: nodeCryptography,
    clock,
    site: configuration.site,
    digestKey: await ports.vault.secret('command-digest'),
    alone: configuration.store !== 'jetstream',
    homes,
    pause: (attempt) => sleep(randomInt(5 * (attempt + 1))),
  };
  const ledgerline: Ledgerline = {
    ...ports,
    configuration,
    log,
    clock,
    cryptography: nodeCryptography,
    codec,
    keys,
    commands: traces === undefined ? new CommandHandling(handling) : new TracedCommandHandling(handling, traces),
    homes,
    links: new LinkWatch(),
    supervision: new Supervision(log),
    watch,
    mailboxes: new MailboxWatch(),
    analytics: new AnalyticsDesk(),
    readiness: new HeardReadiness(watch),
    traces,
    digest: (name, text) => nodeCryptography.hmac(secrets.of(name), text),
    live: async (definition) => ports.readModels.collection(definition, await ports.readModels.live(definition as never)),
    ask: (service, call, payload) => ports.bus.request(subject(service, call), payload),
  };
  ledgerline.supervision.keep('log end', (signal) => watch.run(signal));
  return { ledgerline, secrets, close: () => ports.close() };
}

/** Subjects are few and asked for with every command: each is put together once. */
function subjectsOf(site: string): (service: string, call: string) => string {
  const known = new Map<string, Map<string, string>>();
  return (service, call) => {
    const before = known.get(service)?.get(call);
    if (before !== undefined) return before;
    const subject = `ledgerline.${site}.${service}.${call}`;
    known.set(service, (known.get(service) ?? new Map<string, string>()).set(call, subject));
    return subject;
  };
}

export function allEvents(services: readonly Pick<ServiceDefinition, 'events'>[]): EventCatalogue {
  const byType = new Map(services.flatMap(({ events }) => events.definitions).map((definition) => [definition.type, definition]));
  return eventCatalogue([...byType.values()]);
}
