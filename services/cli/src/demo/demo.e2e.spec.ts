import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { statuses } from '@ledgerline/domain';
import { ApiClient, until } from '@ledgerline/installation';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { company } from './company.js';

jest.setTimeout(300_000);

const program = join(import.meta.dirname, '../../dist/demo.js');
const started: ChildProcess[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

function startDemo(data: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_NO_WARNINGS: '1',
      LOG_LEVEL: 'error',
      PORT: '0',
      LEDGERLINE_DATA: data,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (text += piece.toString()));
  const has = async (words: RegExp): Promise<string> => {
    for (;;) {
      const found = words.exec(text)?.[0];
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`the demo ended with ${child.exitCode}: ${text}`);
      await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'exit')]);
    }
  };
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  return { child, has, exited, said: () => text };
}

describe('npm run demo', () => {
  test('fills a folder once, through a kill, and serves it', async () => {
    const data = await mkdtemp(join(tmpdir(), 'ledgerline-demo-'));
    folders.push(data);
    const cut = startDemo(data);
    await cut.has(/tickets of the company are there/);
    cut.child.kill('SIGKILL');
    expect(await cut.exited).toBeNull();

    const first = startDemo(data);
    const url = await first.has(/http:\/\/127\.0\.0\.1:\d+/);
    const password = /password (\S+)/.exec(first.said())?.[1] ?? '';
    for (const run of [cut, first]) expect(run.said()).not.toContain('could not be read');
    await asksTheApi(url, password);
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);

    const began = performance.now();
    const second = startDemo(data, { LEDGERLINE_DEMO_PASSWORD: 'a-password-of-ours' });
    const again = await second.has(/http:\/\/127\.0\.0\.1:\d+/);
    expect(second.said()).not.toContain('Filling');
    process.stderr.write(`a filled demo starts in ${Math.round(performance.now() - began)} ms\n`);
    await ApiClient.signIn(again, 'zhao.yan', 'a-password-of-ours');
    await expect(ApiClient.signIn(again, 'zhao.yan', password)).rejects.toThrow('401');
    second.child.kill('SIGTERM');
    expect(await second.exited).toBe(0);
  });
});

async function asksTheApi(url: string, password: string): Promise<void> {
  for (const { username } of company.people) await ApiClient.signIn(url, username, password);
  const coordinator = await ApiClient.signIn(url, 'zhao.yan', password);
  const itemsOf = async (path: string) => (await coordinator.get(path)).body['items'] as readonly Record<string, unknown>[];
  const found = await Promise.all(
    statuses.map(async (status) => [status, (await itemsOf(`/tickets?status=${status}`)).length] as const),
  );
  expect(found.filter(([, length]) => length === 0).map(([status]) => status)).toEqual(['archived']);
  const newest = await itemsOf('/tickets?limit=200');
  expect(newest.filter(({ imported }) => imported)).toEqual([]);
  const oldest = await itemsOf('/tickets?limit=200&sort=registeredAt');
  expect(oldest.every(({ imported, registeredAt }) => imported === true && String(registeredAt) < '2012')).toBe(true);
  expect((await itemsOf(`/tickets?q=${encodeURIComponent('冰箱 制冷')}`)).length).toBeGreaterThan(0);
  const manager = await ApiClient.signIn(url, 'lin.fang', password);
  await until(async () => ((await manager.get('/digests')).body['items'] as readonly object[]).length >= 4);
  const handler = await ApiClient.signIn(url, 'ma.chao', password);
  const own = (await handler.get('/tickets?open=true')).body['items'] as readonly { parts: readonly { department: string }[] }[];
  expect(own.length).toBeGreaterThan(0);
  for (const { parts } of own) expect(parts.map(({ department }) => department)).toContain('after-sales');
  const { body, status } = await coordinator.post('/tickets', {
    channel: 'phone',
    kind: 'fault-repair',
    level: 'general',
    item: 'fault',
    subject: '热水器漏水',
    description: '刚刚开始漏水。',
    caller: { name: '李明' },
  });
  expect(status).toBe(201);
  expect((await coordinator.get(`/tickets/${String(body['id'])}`)).status).toBe(200);
}
