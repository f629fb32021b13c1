import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceProcess } from './service-process.ts';

/** A running Ledgerline of real processes, for tests and benchmarks. */
export interface Installation {
  readonly url: string;
  readonly data: string;
  readonly processes: readonly ServiceProcess[];
  /** SIGTERM to all; resolves with their exit codes. */
  stop(): Promise<readonly (number | null)[]>;
  /** SIGKILL to all; resolves when they are gone. */
  kill(): Promise<void>;
  /** Starts those that have ended again, on the same data folder; the address stays. */
  restart(): Promise<void>;
}

export interface InstallationOptions {
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Words put before each program: what it is to run under (`strace …`). It has to keep the process id. */
  readonly under?: readonly string[];
}

export const services = [
  'administration',
  'intake',
  'routing',
  'department',
  'notification',
  'outreach',
  'reporting',
  'gateway',
] as const;

/** All in one process with the embedded log. Needs `npm run build` before. */
export async function startEmbedded({ data = newFolder(), env = {}, under }: InstallationOptions = {}): Promise<Installation> {
  return started(data, [new ServiceProcess('all-in-one', { LEDGERLINE_DATA: data, ...env }, under)]);
}

/** Every service its own process over NATS, with JetStream as the log; read models as `env` says. */
export async function startServices({ data = newFolder(), env = {}, under }: InstallationOptions = {}): Promise<Installation> {
  const all = { LEDGERLINE_DATA: data, LEDGERLINE_STORE: 'jetstream', ...env };
  return started(
    data,
    services.map((service) => new ServiceProcess(service, all, under)),
  );
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'ledgerline-'));
}

/** Milliseconds that an installation may take until all of it is ready; a test that wants one which is not goes on then. */
const readyWithin = 20_000;

async function untilReady(url: string): Promise<void> {
  const until = performance.now() + readyWithin;
  while (performance.now() < until) {
    if ((await fetch(`${url}/health/ready`)).status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function started(data: string, processes: readonly ServiceProcess[]): Promise<Installation> {
  const restart = async () => {
    await Promise.all(processes.filter(({ running }) => !running).map((process_) => process_.start()));
  };
  try {
    await restart();
  } catch (error) {
    await Promise.all(processes.map((process_) => process_.end('SIGKILL')));
    throw error;
  }
  const edge = processes.find(({ url }) => url !== undefined);
  if (edge?.url === undefined) throw new Error('no address among the processes');
  await untilReady(edge.url);
  return {
    data,
    processes,
    get url() {
      return String(edge.url);
    },
    stop: () => Promise.all(processes.map((process_) => process_.end('SIGTERM'))),
    kill: async () => {
      await Promise.all(processes.map((process_) => process_.end('SIGKILL')));
    },
    restart,
  };
}
