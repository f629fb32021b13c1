#!/usr/bin/env node
// `npx ledgerline …`: the command line under the pinned Node, built first where it has to be.
import { join } from 'node:path';
import { root } from './pinned-node.mjs';
import { runBuilt } from './run-built.mjs';

const { code } = await runBuilt(join(root, 'services', 'cli', 'dist', 'main.js'), process.argv.slice(2));
process.exit(code ?? 1);
