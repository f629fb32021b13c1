// Runs a built program under the pinned Node, built first where it has to be, and passes on what signals tell. Runs on Node 20.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './pinned-node.mjs';

/**
 * How the program ended: its exit code, or the signal that ended it; `told` is the signal that we were sent. Where the build
 * fails or there is no such program, this process ends here.
 *
 * The program's stdin is ours and so is its end: over the channel between us it notices when we are killed.
 */
export async function runBuilt(main, args) {
  const node = pinnedNode();
  let told;
  let tell = () => undefined;
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.on(signal, () => {
      told = signal;
      tell(signal);
    });
  // In a process group of its own, so that what the build has started ends with it.
  const build = spawn(node, [join(root, 'tools', 'launch', 'built.mjs')], { stdio: 'inherit', detached: true });
  tell = () => process.kill(-build.pid, 'SIGTERM');
  const built = await endOf(build);
  tell = () => undefined;
  if (told) return { told, code: null, signal: told };
  if (built.code !== 0) process.exit(built.code ?? 1);
  if (!existsSync(main)) {
    process.stderr.write('This part of Ledgerline is not there yet; docs/features.md says what is.\n');
    process.exit(2);
  }
  const env = { ...process.env, NODE_NO_WARNINGS: '1' };
  const child = spawn(node, [main, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  tell = (signal) => child.kill(signal);
  return { ...(await endOf(child)), told };
}

function endOf(child) {
  return new Promise((ended, failed) => {
    child.once('exit', (code, signal) => ended({ code, signal }));
    child.once('error', failed);
  });
}
