// `npm start` and `npm run demo`: builds what is missing, then runs the command line's `start`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './pinned-node.mjs';

const node = pinnedNode();
const built = spawnSync(node, [join(root, 'tools', 'launch', 'built.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
const isDemo = process.argv.includes('--demo');
const main = isDemo ? join(root, 'services', 'cli', 'dist', 'demo.js') : join(root, 'services', 'all-in-one', 'dist', 'main.js');
if (!existsSync(main)) {
  process.stderr.write('This part of Ledgerline is not there yet; docs/features.md says what is.\n');
  process.exit(2);
}
const child = spawn(node, [main], { stdio: 'inherit', env: { ...process.env, NODE_NO_WARNINGS: '1' } });
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
