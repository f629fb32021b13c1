#!/usr/bin/env node
// `npx ledgerline …`: the command line under the pinned Node, built first where it has to be.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './pinned-node.mjs';

const node = pinnedNode();
const built = spawnSync(node, [join(root, 'tools', 'launch', 'built.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
const main = join(root, 'services', 'cli', 'dist', 'main.js');
if (!existsSync(main)) {
  process.stderr.write('This part of Ledgerline is not there yet; docs/features.md says what is.\n');
  process.exit(2);
}
const child = spawn(node, [main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_NO_WARNINGS: '1' },
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
