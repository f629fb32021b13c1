import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, until } from '@ledgerline/installation';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(240_000);

const root = join(import.meta.dirname, '..', '..', '..', '..');
/** Milliseconds that a stop in order may take. */
const inTime = 10_000;

interface Launched {
  readonly npm: ChildProcess;
  readonly launcher: number;
  readonly server: number;
  readonly url: string;
  /** What all of them have said so far. */
  said(): string;
  /** npm's own exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

const folders: string[] = [];
const running = new Set<number>();
afterEach(async () => {
  for (const pid of running) if (isThere(pid)) process.kill(pid, 'SIGKILL');
  running.clear();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** `npm start` as a person starts it, on a data folder of its own. */
async function launched(): Promise<Launched> {
  const data = await mkdtemp(join(tmpdir(), 'ledgerline-launch-'));
  folders.push(data);
  const settings = { PORT: '0', LEDGERLINE_DATA: data, LEDGERLINE_ADMIN_PASSWORD: adminPassword, LOG_LEVEL: 'info' };
  const env = { ...process.env, NODE_OPTIONS: '', ...settings };
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(Number(npm.pid));
  let text = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()));
  const ended = new Promise<number | null>((resolve) => npm.once('exit', resolve));
  await until(() => text.includes('Sign in as'));
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '';
  const launcher = childOf(Number(npm.pid));
  const server = childOf(launcher);
  for (const pid of [launcher, server]) running.add(pid);
  return { npm, launcher, server, url, said: () => text, ended };
}

describe('npm start', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('ends in order with 0 when npm gets %s', async (signal) => {
    const { npm, server, ended, said } = await launched();
    const began = performance.now();
    npm.kill(signal);
    expect(await ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(inTime);
    expect(isThere(server)).toBe(false);
    expect(said()).toContain('stopping: what was accepted is being finished');
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends in order with 0 when the launcher gets %s', async (signal) => {
    const { launcher, server, ended, said } = await launched();
    const began = performance.now();
    process.kill(launcher, signal);
    expect(await ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(inTime);
    expect(isThere(server)).toBe(false);
    expect(said()).toContain('stopping: what was accepted is being finished');
  });

  test('a new installation has in its lists what it is founded with, once it says that it runs', async () => {
    const { url, npm, ended } = await launched();
    const api = await ApiClient.signIn(url, 'admin', adminPassword);
    const codesOf = async (path: string) =>
      ((await api.get(path)).body['items'] as readonly { readonly code: string }[]).map(({ code }) => code);
    expect(await codesOf('/departments')).toEqual(['call-centre']);
    expect(await codesOf('/policies')).toContain('company');
    expect(await codesOf('/calendars')).toContain('default');
    npm.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('a server whose launcher was killed notices and stops in order', async () => {
    const { launcher, server, said, url } = await launched();
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    process.kill(launcher, 'SIGKILL');
    await until(() => !isThere(server));
    expect(said()).toContain('the launcher is gone');
  });
});

function childOf(pid: number): number {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const found = lines.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === pid);
  if (found.length !== 1) throw new Error(`${pid} has ${found.length} children`);
  return Number(found[0]?.[0]);
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
