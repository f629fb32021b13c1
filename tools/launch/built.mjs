// Builds what is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './pinned-node.mjs';

const packages = ['libs/*', 'libs/adapters/*', 'services/*', 'tools/bench'];

/**
 * When everything was last built. What a build leaves as it is, because its sources say the same again (a branch that was
 * gone to and left), keeps its old time; it is not older than its sources for that.
 */
const stamp = join(root, 'node_modules', '.cache', 'ledgerline-built');
const allBuiltAt = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isOlder = (built, source) => Math.max(built.mtimeMs, allBuiltAt) < source.mtimeMs;

/** True where some source is newer than its package's build. Globs need Node 22, so this runs on the pinned one. */
function isStale() {
  for (const manifest of packages.flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }))) {
    const folder = join(root, manifest, '..');
    if (existsSync(join(folder, 'vite.config.ts'))) {
      if (isPageStale(folder)) return true;
      continue;
    }
    const sources = globSync('src/**/*.ts', { cwd: folder, exclude: (name) => /\.(spec|d)\.ts$/.test(name) });
    for (const source of sources) {
      const built = statSync(join(folder, source.replace(/^src/, 'dist').replace(/\.ts$/, '.js')), { throwIfNoEntry: false });
      if (!built || isOlder(built, statSync(join(folder, source)))) return true;
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
  return !built || sources.some((source) => isOlder(built, statSync(join(folder, source))));
}

if (isStale()) {
  process.stderr.write('building Ledgerline …\n');
  const began = new Date();
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
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
}
