// `npm run bench`: the benchmarks under the pinned Node, built first where they have to be.
import { join } from 'node:path';
import { root } from './pinned-node.mjs';
import { runBuilt } from './run-built.mjs';

const { code } = await runBuilt(join(root, 'tools', 'bench', 'dist', 'bench.js'), process.argv.slice(2));
process.exit(code ?? 1);
