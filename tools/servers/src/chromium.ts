import { chromium, type Browser } from 'playwright-core';
import { installed } from './debian-package.ts';
import { isExecutable, onPath, run } from './run-program.ts';
import { lastLine, ServerMissing } from './server-missing.ts';

export interface ChromiumProgram {
  readonly path: string;
  readonly version: string;
  readonly found: 'LEDGERLINE_CHROMIUM' | 'PATH' | 'apt-get';
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const debianPackages = ['chromium', 'fonts-noto-cjk'];

const howToGetIt =
  'set LEDGERLINE_CHROMIUM to the path of a Chromium or Chrome, put one on PATH, or run as root on Debian or Ubuntu ' +
  '(then "apt-get install chromium" is done for you).';

/** No background traffic, no sandbox (tests run as root in containers), no graphics card. */
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
]; // prettier-ignore

/**
 * The browser to test with: the one LEDGERLINE_CHROMIUM names, else PATH's, else Debian's, installed now.
 * @throws ServerMissing where there is none and none could be installed
 */
export async function chromiumProgram(): Promise<ChromiumProgram> {
  const tried: string[] = [];
  const named = process.env['LEDGERLINE_CHROMIUM'];
  const program =
    named === undefined || named === ''
      ? ((await usable(atHand(), 'PATH', tried)) ??
        (await usable((await installed(debianPackages, 400, tried)) ? atHand() : undefined, 'apt-get', tried)))
      : await usable(named, 'LEDGERLINE_CHROMIUM', tried);
  if (program === undefined) throw new ServerMissing('Chromium', howToGetIt, tried);
  return program;
}

/** Starts it without a window; every context that is opened has a profile of its own. */
export async function startChromium(): Promise<Browser> {
  const { path } = await chromiumProgram();
  return chromium.launch({ executablePath: path, headless: true, args: flags });
}

function atHand(): string | undefined {
  return names.map(onPath).find((path) => path !== undefined);
}

async function usable(
  path: string | undefined,
  found: ChromiumProgram['found'],
  tried: string[],
): Promise<ChromiumProgram | undefined> {
  if (path === undefined || !isExecutable(path)) {
    tried.push(`${found}: not there`);
    return undefined;
  }
  const { ok, output } = await run(path, ['--version'], { seconds: 120 });
  const version = /\d+\.\d+\.\d+\.\d+/.exec(output)?.[0];
  if (ok && version !== undefined) return { path, version, found };
  tried.push(`${found}: ${path} does not tell its version (${lastLine(output)})`);
  return undefined;
}
