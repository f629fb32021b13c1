// `npm start` and `npm run demo`: builds what is missing, then runs everything in one process. Told to stop, it ends with 0
// where the server did, and where the server had not come so far as to accept anything. package.json says `exec`, because
// npm signals the shell that it starts, and a shell that stays in between would die of it and leave the server alone.
import { join } from 'node:path';
import { root } from './pinned-node.mjs';
import { runBuilt } from './run-built.mjs';

const isDemo = process.argv.includes('--demo');
const main = isDemo ? join(root, 'services', 'cli', 'dist', 'demo.js') : join(root, 'services', 'all-in-one', 'dist', 'main.js');
const { code, signal, told } = await runBuilt(main, []);
process.exit(code ?? (signal === told ? 0 : 1));
