// Builds what is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './pinned-node.mjs';

const packages = ['libs/*', 'libs/adapters/*', 'services/*', 'tools/bench'];

/** True where some source is newer than its package's build. Globs need Node 22, so this runs on the pinned one. */
function isStale() {
  for (const manifest of packages.flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }))) {
    const folder = join(root, manifest, '..');
    if (existsSync(join(folder, 'vite.config.ts'))) {
      if (isPageStale(folder)) return true;
      continue;
    }
    const sources = globSync('src/**/*.ts', { cwd: folder, exclude: (name) => /\.spec\.ts$/.test(name) });
    for (const source of sources) {
      const built = statSync(join(folder, source.replace(/^src/, 'dist').replace(/\.ts$/, '.js')), { throwIfNoEntry: false });
      if (!built || built.mtimeMs < statSync(join(folder, source)).mtimeMs) return true;
    }
  }
  return false;
}

/** The console is bundled: any source newer than its page. */
function isPageStale(folder) {
  const built = statSync(join(folder, 'dist', 'index.html'), { throwIfNoEntry: false });
  const sources = globSync(['src/**/*.{ts,tsx,css}', 'index.html', 'vite.config.ts'], {
    cwd: folder,
    exclude: (name) => /\.spec\.ts$/.test(name),
  });
  return !built || sources.some((source) => built.mtimeMs < statSync(join(folder, source)).mtimeMs);
}

if (isStale()) {
  process.stderr.write('building Ledgerline …\n');
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const built = spawnSync(pinnedNode(), [nx, 'run-many', '-t', 'build', '--output-style=static'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  if (built.status !== 0) {
    process.stderr.write(`${built.stdout}${built.stderr}\nthe build failed\n`);
    process.exit(1);
  }
}
