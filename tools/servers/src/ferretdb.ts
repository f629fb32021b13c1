import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cached, fillCache } from './cache-folder.ts';
import { isExecutable, run } from './run-program.ts';
import { startProcess, whenReady } from './server-process.ts';
import { lastLine } from './server-missing.ts';

const sources = join(import.meta.dirname, '..', 'ferretdb');
const folder = 'ferretdb-1.24.2';
const binary = cached(folder, 'ferretdb');

/** The cached FerretDB (MongoDB's protocol over SQLite files), if it was built before. */
export function cachedFerretDb(): string | undefined {
  return isExecutable(binary) ? binary : undefined;
}

/** Builds FerretDB with Go, which takes a minute or two the first time. */
export async function buildFerretDb(): Promise<string> {
  await fillCache(folder, async (into) => {
    const args = ['build', '-trimpath', '-o', join(into, 'ferretdb'), '.'];
    const { ok, output } = await run('go', args, { seconds: 580, cwd: sources, env: { GOFLAGS: '', GOWORK: 'off' } });
    if (!ok) throw new Error(lastLine(output));
  });
  return binary;
}

/** Starts a FerretDB on files of its own; `stop` removes them. It has no transactions. */
export async function startFerretDb(path: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'ledgerline-ferretdb-'));
  const server = startProcess(path, [dir]);
  const url = await whenReady(server, () => Promise.resolve(/^(mongodb:\S+)$/m.exec(server.printed())?.[1]));
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
  return { url, stop };
}
