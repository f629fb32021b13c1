// `npm run bench`: the benchmarks under the pinned Node, built first where they have to be.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pinnedNode, root } from './pinned-node.mjs';

const node = pinnedNode();
const built = spawnSync(node, [join(root, 'tools', 'launch', 'built.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
const child = spawn(node, [join(root, 'tools', 'bench', 'dist', 'bench.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_NO_WARNINGS: '1' },
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
