import { onPath, run } from './run-program.ts';
import { lastLine } from './server-missing.ts';

/** One after the other: the package manager has one lock. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Installs packages of Debian or Ubuntu.
 * @param tried is told why not
 */
export function installed(packages: readonly string[], seconds: number, tried: string[]): Promise<boolean> {
  const installing = before.then(() => installedNow(packages, seconds, tried));
  before = installing;
  return installing;
}

async function installedNow(packages: readonly string[], seconds: number, tried: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || onPath('apt-get') === undefined) {
    tried.push('apt-get: needs root and Debian or Ubuntu');
    return false;
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { seconds: 120, env });
  const { ok, output } = await run('apt-get', ['install', '-y', '-qq', ...packages], { seconds, env });
  if (!ok) tried.push(`apt-get: ${lastLine(output)}`);
  return ok;
}
