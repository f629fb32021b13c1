import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePorts } from './free-ports.ts';
import { clusterFormed, healthy, portsOf } from './nats-readiness.ts';
import { natsServer } from './nats-server.ts';
import { startProcess, whenReady } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

export interface NatsOptions {
  /** Default true. */
  readonly jetstream?: boolean;
  /** `sync_interval: always`: nothing is acknowledged before its fsync (rule 9). Default true. */
  readonly syncAlways?: boolean;
  /** Where JetStream keeps its files; kept after `stop`. Without it a temporary folder, removed by `stop`. */
  readonly dir?: string;
  /** Default 0: any free port. A restarted server keeps the port it had. */
  readonly port?: number;
  /** More lines for the server's configuration. */
  readonly configuration?: string;
  /** Words put before the program: what it is to run under (`strace …`). It has to keep the process id. */
  readonly under?: readonly string[];
}

export interface RunningNats {
  /** `nats://127.0.0.1:port`, the same after a restart. */
  readonly url: string;
  /** `http://127.0.0.1:port` of the server's monitoring. */
  readonly monitor: string;
  readonly dir: string;
  readonly pid: number;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** SIGKILL; the files stay, `restart` brings it up on them. */
  kill(): Promise<void>;
  /** Ends it if it runs, and starts it on the same files and port. */
  restart(): Promise<void>;
}

export interface RunningNatsCluster {
  readonly servers: readonly RunningNats[];
  readonly urls: readonly string[];
  stop(): Promise<void>;
}

/** Starts one nats-server on a loopback port and waits until it is healthy. */
export async function startNats(options: NatsOptions = {}): Promise<RunningNats> {
  const nats = await prepare(options, 'n1', '');
  await nats.restart();
  return nats;
}

/** Starts `servers` (default 3) nats-servers, and waits until each is healthy and, of JetStream, their leader sees all. */
export async function startNatsCluster(
  options: Omit<NatsOptions, 'port' | 'dir'> & { servers?: number } = {},
): Promise<RunningNatsCluster> {
  const routes = await freePorts(options.servers ?? 3);
  const urls = routes.map((port) => `nats://127.0.0.1:${port}`).join(', ');
  const servers = await Promise.all(
    routes.map((port, index) =>
      prepare(options, `n${index + 1}`, `cluster { name: ledgerline, listen: "127.0.0.1:${port}", routes: [${urls}] }`),
    ),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  try {
    await Promise.all(servers.map((server) => server.restart()));
    if (options.jetstream !== false) await clusterFormed(servers.map(({ monitor }) => monitor));
  } catch (error) {
    await stop();
    throw error;
  }
  return { servers, urls: servers.map(({ url }) => url), stop };
}

async function prepare(options: NatsOptions, name: string, cluster: string): Promise<RunningNats> {
  const { path } = await natsServer();
  const own = await mkdtemp(join(tmpdir(), 'ledgerline-nats-'));
  const dir = options.dir ?? join(own, 'jetstream');
  let port = options.port ?? 0;
  let monitor = '';
  let server: ServerProcess | undefined;

  const start = async (): Promise<void> => {
    const file = join(own, 'nats.conf');
    await writeFile(file, configuration({ ...options, dir, port }, { name, own, cluster }));
    const [program = path, ...args] = [...(options.under ?? []), path, '--config', file];
    const started = startProcess(program, args);
    server = started;
    const ports = await whenReady(started, () => portsOf(own, started.pid));
    port = ports.client;
    monitor = ports.monitor;
    await whenReady(started, () => healthy(ports.monitor));
  };
  return {
    get url() {
      return `nats://127.0.0.1:${port}`;
    },
    get monitor() {
      return monitor;
    },
    dir,
    get pid() {
      return server?.pid ?? -1;
    },
    stop: async () => {
      await server?.stop();
      await rm(own, { recursive: true, force: true });
    },
    kill: async () => server?.kill(),
    restart: async () => {
      await server?.stop();
      await start();
    },
  };
}

interface Place {
  readonly name: string;
  readonly own: string;
  readonly cluster: string;
}

function configuration(options: NatsOptions, { name, own, cluster }: Place): string {
  const sync = options.syncAlways === false ? '' : 'sync_interval: always';
  return [
    `server_name: ${name}`,
    `listen: "127.0.0.1:${options.port === 0 ? -1 : options.port}"`,
    'http: "127.0.0.1:-1"',
    `ports_file_dir: ${JSON.stringify(own)}`,
    options.jetstream === false ? '' : `jetstream { store_dir: ${JSON.stringify(options.dir)}, ${sync} }`,
    cluster,
    options.configuration ?? '',
  ].join('\n');
}
