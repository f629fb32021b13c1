import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startEmbedded } from '@ledgerline/installation';
import { mongoServer, startNats, type RunningMongo, type RunningNats } from '@ledgerline/servers';
import { readdir } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import type { Finding } from '../doctor/finding.js';
import { ledgerline, result, type Ran } from './command-line.js';
import { newFolder } from './filled-installation.js';

jest.setTimeout(240_000);

const found = (ran: Ran, check: string) => (result(ran)['findings'] as readonly Finding[]).filter((one) => one.check === check);

describe('one process', () => {
  test('a fresh machine: everything can begin, and nothing is left behind', async () => {
    const data = await newFolder();
    const ran = await ledgerline(['doctor', '--json'], { env: { LEDGERLINE_DATA: join(data, 'new'), PORT: '0' } });
    expect(ran.code).toBe(0);
    expect(found(ran, 'data folder')).toMatchObject([{ state: 'ok', found: expect.stringContaining('not there yet') }]);
    const settings = expect.stringMatching(/^journal_mode wal, synchronous 2; one commit took [\d.]+ ms$/);
    expect(found(ran, 'durability')).toMatchObject([{ found: settings }]);
    expect(await readdir(data)).toEqual([]);
  });

  test('beside a running installation, which goes on', async () => {
    const installation = await startEmbedded({ data: await newFolder() });
    const env = { LEDGERLINE_DATA: installation.data, PORT: new URL(installation.url).port };
    const ran = await ledgerline(['doctor', '--json'], { env });
    expect(found(ran, 'port')).toMatchObject([{ state: 'ok', found: expect.stringContaining('Ledgerline is running there') }]);
    expect(found(ran, 'writer')).toMatchObject([{ state: 'ok', found: 'a running Ledgerline holds the folder' }]);
    expect(found(ran, 'log file')).toMatchObject([{ state: 'ok', found: 'journal_mode wal' }]);
    expect((await fetch(`${installation.url}/health/ready`)).status).toBe(200);
    expect(await installation.stop()).toEqual([0]);
  });

  test('a port that something else holds, and a folder that is none, fail with what to do', async () => {
    const other = createServer();
    await new Promise<Server>((resolve) => other.listen(0, '127.0.0.1', () => resolve(other)));
    const { port } = other.address() as AddressInfo;
    const words = await ledgerline(['doctor'], { env: { LEDGERLINE_DATA: '/proc/nowhere', PORT: String(port) } });
    other.close();
    expect(words.code).toBe(1);
    expect(words.stdout).toMatch(/FAIL {2}port +127\.0\.0\.1:\d+ is taken by something else\n +→ set PORT/);
    expect(words.stdout).toMatch(/FAIL {2}durability/);
  });
});

describe('services', () => {
  let safe: RunningNats;
  let unsafe: RunningNats;
  let mongo: RunningMongo;
  beforeAll(async () => {
    [safe, unsafe, mongo] = await Promise.all([startNats(), startNats({ syncAlways: false }), mongoServer()]);
  });
  afterAll(() => Promise.all([safe.stop(), unsafe.stop(), mongo.stop()]));

  const env = async (more: Readonly<Record<string, string>>) => ({
    LEDGERLINE_DATA: await newFolder(),
    LEDGERLINE_STORE: 'jetstream',
    LEDGERLINE_VAULT_KEY: 'k',
    PORT: '0',
    ...more,
  });

  test('servers that are there and safe', async () => {
    const more = { NATS_URL: safe.url, LEDGERLINE_READ_MODELS: 'mongo', MONGODB_URL: mongo.url };
    const ran = await ledgerline(['doctor', '--json', '--nats-monitor', safe.monitor], { env: await env(more) });
    expect(ran.code).toBe(0);
    for (const check of ['NATS', 'JetStream', 'sync_interval', 'MongoDB'])
      expect(found(ran, check)).toMatchObject([{ state: 'ok' }]);
  });

  test('the unsafe setting is named; without monitoring it is said that nobody looked', async () => {
    const settings = await env({ NATS_URL: unsafe.url });
    const looked = await ledgerline(['doctor', '--json', '--nats-monitor', unsafe.monitor], { env: settings });
    expect([looked.code, found(looked, 'sync_interval')[0]?.state]).toEqual([1, 'fail']);
    const blind = await ledgerline(['doctor', '--json'], { env: settings });
    expect([blind.code, found(blind, 'sync_interval')[0]?.state]).toEqual([0, 'warn']);
  });

  test('servers that are not there are named, without their passwords', async () => {
    const more = {
      NATS_URL: 'nats://user:hush@127.0.0.1:9',
      LEDGERLINE_READ_MODELS: 'mongo',
      MONGODB_URL: 'mongodb://user:hush@127.0.0.1:9/x',
    };
    const ran = await ledgerline(['doctor'], { env: await env(more) });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('FAIL  NATS at nats://***@127.0.0.1:9');
    expect(ran.stdout).toContain('FAIL  MongoDB at mongodb://***@127.0.0.1:9/x');
    expect(ran.stdout).not.toContain('hush');
  });
});
