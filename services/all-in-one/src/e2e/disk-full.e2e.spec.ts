import { describe, expect, jest, test } from '@jest/globals';
import { SqliteEventStore, SqliteReadModels, SqliteVault } from '@ledgerline/adapter-sqlite';
import { adminPassword, ApiClient, startEmbedded, until, type Installation } from '@ledgerline/installation';
import { spawnSync } from 'node:child_process';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLog, checkReadModels } from './history-check.js';
import { isAcknowledged, startLoad } from './load.js';
import { missing, repeat } from './read-back.js';

jest.setTimeout(180_000);

/** KiB that a file may have: the log's write-ahead log meets it soon. Writing beyond it fails, as on a full disk (EFBIG). */
const room = 6_144;
const limited = ['bash', '-c', `ulimit -S -f ${room} && exec "$0" "$@"`];

function giveRoom(installation: Installation): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(installation.processes[0]?.pid), '--fsize=unlimited']);
  if (status !== 0) throw new Error(String(stderr));
}

describe('a disk that is full', () => {
  test('refuses with 503, loses nothing that was acknowledged, and takes commands again when there is room', async () => {
    const installation = await startEmbedded({ under: limited, env: { LOG_LEVEL: 'silent' } });
    const { url, data } = installation;
    const client = await ApiClient.signIn(url, 'admin', adminPassword);
    const { body: session } = await new ApiClient(url).post('/session', { username: 'admin', password: adminPassword });
    const load = startLoad(url, String(session['token']), 8);
    await until(() => load.attempts.filter(({ answer }) => answer?.status === 503).length >= 20);
    await load.stop();
    const refused = load.attempts.filter((attempt) => !isAcknowledged(attempt));
    // Whichever file is full first: the log's, or the read models', which then fall behind.
    for (const { answer } of refused)
      expect(['503 service-unavailable', '503 projections-behind']).toContain(
        `${answer?.status} ${String(answer?.body['code'])}`,
      );
    expect(load.attempts.filter(isAcknowledged).length).toBeGreaterThan(100);
    expect((await stat(join(data, 'log.sqlite-wal'))).size).toBeLessThanOrEqual(room * 1024);
    expect(await missing(client, load.attempts)).toEqual([]);

    giveRoom(installation);
    await until(async () => (await repeat(client, refused.slice(0, 1))).length === 0);
    await until(async () => (await fetch(`${url}/health/ready`)).status === 200);
    expect(await repeat(client, refused)).toEqual([]);
    expect(await missing(client, load.attempts)).toEqual([]);
    expect(await installation.stop()).toEqual([0]);

    const store = await SqliteEventStore.open(data, { readOnly: true });
    const { registered, faults } = await checkLog(store);
    expect(faults).toEqual([]);
    expect(registered).toBe(load.attempts.filter(({ path }) => path === '/tickets').length);
    const [vault, readModels] = [await SqliteVault.open(data), await SqliteReadModels.open(data)];
    expect(await checkReadModels(store, vault, readModels)).toEqual([]);
    await Promise.all([readModels.close(), vault.close(), store.close()]);
    await rm(data, { recursive: true });
  });
});
