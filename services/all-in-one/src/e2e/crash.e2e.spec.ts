import { describe, expect, jest, test } from '@jest/globals';
import { SqliteEventStore, SqliteReadModels, SqliteVault } from '@ledgerline/adapter-sqlite';
import { connectNats, JetStreamEventStore, NatsVault } from '@ledgerline/adapter-nats';
import { adminPassword, ApiClient, startEmbedded, startServices, until, type Installation } from '@ledgerline/installation';
import { startNats, type RunningNats } from '@ledgerline/servers';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkLog, checkReadModels } from './history-check.js';
import { isAcknowledged, startLoad, type Attempt } from './load.js';
import { missing, repeat } from './read-back.js';

jest.setTimeout(3_600_000);

/** Kills in each shape; hundreds in a long run: `LEDGERLINE_KILLS=200`. */
const given = process.env['LEDGERLINE_KILLS'];
const kills = { embedded: Number(given ?? 12), services: Number(given ?? 4) };
const key = 'a key for tests';
const clients = 8;

/** One round: load, the blow, everything acknowledged is read back, then all is sent again. */
async function round(installation: Installation, token: string, blow: () => Promise<void>): Promise<readonly Attempt[]> {
  const load = startLoad(installation.url, token, clients);
  await sleep(100 + Math.random() * 800);
  await blow();
  await answersAgain(installation, token);
  await load.stop();
  const client = new ApiClient(installation.url, token);
  expect(await missing(client, load.attempts)).toEqual([]);
  const unanswered = load.attempts.filter((attempt) => !isAcknowledged(attempt));
  const sample = load.attempts.filter(isAcknowledged).slice(-20);
  expect(await repeat(client, [...unanswered, ...sample])).toEqual([]);
  expect(await missing(client, load.attempts)).toEqual([]);
  return load.attempts;
}

const registrations = (all: readonly Attempt[]) => all.filter(({ path }) => path === '/tickets').length;
const told = (shape: string, blows: readonly string[], all: readonly Attempt[], commits: number) => {
  const counts = [...Map.groupBy(blows, (blow) => blow)].map(([blow, times]) => `${blow} ${times.length}`).join(', ');
  process.stderr.write(`${shape}, killed: ${counts}; ${all.length} commands, all of them once in ${commits} commits\n`);
};

describe('what was acknowledged survives, and nothing happens twice', () => {
  test('one process with the embedded log, killed under load', async () => {
    const data = await mkdtemp(join(tmpdir(), 'ledgerline-crash-'));
    const all: Attempt[] = [];
    const installation = await startEmbedded({ data });
    const token = await tokenOf(installation);
    const blow = async () => {
      await installation.kill();
      await installation.restart();
    };
    for (let n = 0; n < kills.embedded; n += 1) all.push(...(await round(installation, token, blow)));
    expect(await installation.stop()).toEqual([0]);
    const store = await SqliteEventStore.open(data, { readOnly: true });
    const { commits, registered, faults } = await checkLog(store);
    expect(faults).toEqual([]);
    expect(registered).toBe(registrations(all));
    const [vault, readModels] = [await SqliteVault.open(data), await SqliteReadModels.open(data)];
    expect(await checkReadModels(store, vault, readModels)).toEqual([]);
    told('embedded', Array<string>(kills.embedded).fill('the process'), all, commits);
    await Promise.all([readModels.close(), vault.close(), store.close()]);
    await rm(data, { recursive: true });
  });

  test('services over NATS: one of them, nats-server, all of them, in turn', async () => {
    const data = await mkdtemp(join(tmpdir(), 'ledgerline-crash-'));
    const nats = await startNats();
    const env = { NATS_URL: nats.url, LEDGERLINE_READ_MODELS: 'sqlite', LEDGERLINE_VAULT_KEY: key, LOG_LEVEL: 'fatal' };
    const all: Attempt[] = [];
    const blows: string[] = [];
    const installation = await startServices({ data, env });
    const token = await tokenOf(installation);
    for (let n = 0; n < kills.services; n += 1)
      all.push(...(await round(installation, token, async () => void blows.push(await strike(n, installation, nats)))));
    expect((await installation.stop()).every((code) => code === 0)).toBe(true);
    const connection = await connectNats(nats.url, { name: 'check' });
    const store = await JetStreamEventStore.open(connection, { site: 'main' });
    const { commits, registered, faults } = await checkLog(store);
    expect(faults).toEqual([]);
    expect(registered).toBe(registrations(all));
    const masterKey = createHash('sha256').update(key).digest();
    const vault = await NatsVault.open(connection, { site: 'main', replicas: 1, masterKey });
    const readModels = await SqliteReadModels.open(data);
    expect(await checkReadModels(store, vault, readModels)).toEqual([]);
    told('over NATS', blows, all, commits);
    await readModels.close();
    await connection.close();
    await nats.stop();
    await rm(data, { recursive: true });
  });
});

/** Kills what the turn says and brings it up again. @returns its name */
async function strike(turn: number, installation: Installation, nats: RunningNats): Promise<string> {
  const { processes } = installation;
  if (turn % 4 === 1) {
    await nats.kill();
    await nats.restart();
    return 'nats-server';
  }
  const victim = turn % 4 === 3 ? undefined : processes[Math.floor(Math.random() * processes.length)];
  await (victim ? victim.end('SIGKILL') : installation.kill());
  await installation.restart();
  return victim?.name ?? 'all services';
}

async function tokenOf(installation: Installation): Promise<string> {
  const answer = await new ApiClient(installation.url).post('/session', { username: 'admin', password: adminPassword });
  return String(answer.body['token']);
}

/** The services find the server, and each other, again by themselves. */
async function answersAgain(installation: Installation, token: string): Promise<void> {
  const client = new ApiClient(installation.url, token);
  const asked = [() => client.get('/tickets?limit=1'), () => client.post('/tickets/p0-none/accept-result')];
  await until(async () => (await Promise.all(asked.map((ask) => ask()))).every(({ status }) => status < 500));
}
