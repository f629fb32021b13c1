// Finds the Node that Ledgerline runs on: the one pinned through npm, else a system Node that is new enough. Runs on Node 20.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const needed = 26;

/** Path of a Node of the needed version or newer; ends the process with a plain sentence where there is none. */
export function pinnedNode() {
  const pinned = join(root, 'node_modules', 'node', 'bin', 'node');
  const candidates = [existsSync(pinned) ? pinned : undefined, process.execPath];
  for (const candidate of candidates) if (candidate && majorOf(candidate) >= needed) return candidate;
  process.stderr.write(
    `Ledgerline needs Node ${needed} or newer; this is ${process.version}. "npm ci" brings the right one along unless install scripts\n` +
      `are off (npm config get ignore-scripts): then run "npm rebuild node --ignore-scripts=false", or start with a newer Node.\n`,
  );
  process.exit(1);
}

function majorOf(node) {
  if (node === process.execPath) return Number(process.versions.node.split('.')[0]);
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}
