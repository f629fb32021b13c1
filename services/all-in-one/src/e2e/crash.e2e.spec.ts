import { describe, expect, jest, test } from '@jest/globals';
import { SqliteEventStore, SqliteReadModels, SqliteVault } from '@ledgerline/adapter-sqlite';
import { connectNats, JetStreamEventStore, NatsVault } from '@ledgerline/adapter-nats';
import { adminPassword, ApiClient, startEmbedded, startServices, type Installation } from '@ledgerline/installation';
import { startNats } from '@ledgerline/servers';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLog, checkReadModels } from './history-check.js';
import { isAcknowledged, missing, repeat, startLoad, type Attempt } from './load.js';

jest.setTimeout(3_600_000);

/** Kills in each shape; hundreds in a long run: `LEDGERLINE_KILLS=200`. */
const kills = Number(process.env['LEDGERLINE_KILLS'] ?? 8);
const key = 'a key for tests';
const clients = 8;

const signedIn = (installation: Installation) => ApiClient.signIn(installation.url, 'admin', adminPassword);
const tokenOf = async (installation: Installation) =>
  String((await new ApiClient(installation.url).post('/session', { username: 'admin', password: adminPassword })).body['token']);
const someTime = () => new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 700));

/** One round: load, the blow, everything acknowledged is read back, then all is sent again. */
async function round(installation: Installation, blow: () => Promise<Installation>, all: Attempt[]): Promise<Installation> {
  const load = startLoad(installation.url, await tokenOf(installation), clients);
  await someTime();
  const after = await blow();
  await load.stop();
  const client = await signedIn(after);
  expect(await missing(client, load.attempts)).toEqual([]);
  const unanswered = load.attempts.filter((attempt) => !isAcknowledged(attempt));
  const sample = load.attempts.filter(isAcknowledged).slice(-20);
  expect(await repeat(client, [...unanswered, ...sample])).toEqual([]);
  expect(await missing(client, load.attempts)).toEqual([]);
  all.push(...load.attempts);
  return after;
}

const registrations = (all: readonly Attempt[]) => all.filter(({ path }) => path === '/tickets').length;
const told = (shape: string, blows: number, all: readonly Attempt[], commits: number) =>
  process.stderr.write(`${shape}: ${blows} kills, ${all.length} commands, all of them once in ${commits} commits\n`);

describe('what was acknowledged survives, and nothing happens twice', () => {
  test('one process with the embedded log, killed under load', async () => {
    const data = await mkdtemp(join(tmpdir(), 'ledgerline-crash-'));
    const all: Attempt[] = [];
    let installation = await startEmbedded({ data });
    for (let n = 0; n < kills; n += 1)
      installation = await round(
        installation,
        async () => {
          await installation.kill();
          return startEmbedded({ data });
        },
        all,
      );
    expect(await installation.stop()).toEqual([0]);
    const store = await SqliteEventStore.open(data, { readOnly: true });
    const { commits, registered, faults } = await checkLog(store);
    expect(faults).toEqual([]);
    expect(registered).toBe(registrations(all));
    const [vault, readModels] = [await SqliteVault.open(data), await SqliteReadModels.open(data)];
    expect(await checkReadModels(store, vault, readModels)).toEqual([]);
    told('embedded', kills, all, commits);
    await Promise.all([readModels.close(), vault.close(), store.close()]);
    await rm(data, { recursive: true });
  });

  test('services over NATS: all of them killed, then nats-server, in turn', async () => {
    const data = await mkdtemp(join(tmpdir(), 'ledgerline-crash-'));
    const nats = await startNats();
    const env = { NATS_URL: nats.url, LEDGERLINE_READ_MODELS: 'sqlite', LEDGERLINE_VAULT_KEY: key };
    const all: Attempt[] = [];
    let installation = await startServices({ data, env });
    const killServices = async () => {
      await installation.kill();
      return startServices({ data, env });
    };
    const killNats = async () => {
      await nats.kill();
      await nats.restart();
      await answersAgain(installation);
      return installation;
    };
    for (let n = 0; n < Math.ceil(kills / 2); n += 1)
      installation = await round(installation, n % 2 === 0 ? killServices : killNats, all);
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
    told('over NATS', Math.ceil(kills / 2), all, commits);
    await readModels.close();
    await connection.close();
    await nats.stop();
    await rm(data, { recursive: true });
  });
});

/** The services find the server again by themselves. */
async function answersAgain(installation: Installation): Promise<void> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const { status } = await new ApiClient(installation.url).post('/session', { username: 'admin', password: adminPassword });
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the services did not answer again within 30 s');
}
