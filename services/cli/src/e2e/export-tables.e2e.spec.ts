import { expect, jest, test } from '@jest/globals';
import { ApiClient, adminPassword } from '@ledgerline/installation';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ledgerline, main, result } from './command-line.js';
import { filledInstallation, newFolder, secretWords } from './filled-installation.js';

jest.setTimeout(240_000);

/** Batches of two commits, so that there is much to be cut off in. */
const tables = (to: string) => ['export', '--format', 'parquet', '--batch', '2', '--to', to];

test('an export of tables that is killed time and again beside a running installation ends with exactly the feed', async () => {
  const { installation } = await filledInstallation(8);
  const to = join(await newFolder(), 'tables');
  const env = { LEDGERLINE_DATA: installation.data };
  try {
    for (let turn = 0; turn < 4; turn += 1) {
      const child = spawn(process.execPath, [main, ...tables(to)], { env: { ...process.env, ...env }, stdio: 'ignore' }); // prettier-ignore
      // Part of the time goes to starting: the kills spread from there on.
      await Promise.race([delay(300 + Math.random() * 700), once(child, 'exit')]);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    const whole = await ledgerline([...tables(to), '--json'], { env });
    expect([whole.code, whole.stderr]).toEqual([0, expect.anything()]);
    const admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    const events: { id: string; type: string; time: string }[] = [];
    for (let after = ''; ;) {
      const { body } = await admin.get(`/events?limit=200${after === '' ? '' : `&after=${after}`}`);
      events.push(...(body['items'] as typeof events));
      if (body['next'] === null) break;
      after = String(body['next']);
    }
    const found: string[] = [];
    for (const file of globSync(join(to, 'type=*/day=*/*.parquet'))) {
      const [, type, day] = /type=([^/]+)\/day=([^/]+)\//.exec(file) ?? [];
      const rows = (await parquetReadObjects({ file: await asyncBufferFromFile(file) })) as { id: string; time: Date }[];
      found.push(...rows.map(({ id, time }) => `${id} ${type} ${time.toISOString()}`));
      for (const { time } of rows) expect(time.toISOString().slice(0, 10)).toBe(day);
      for (const words of secretWords) expect(await readFile(file, 'utf8')).not.toContain(words);
    }
    expect(found.sort()).toEqual(events.map(({ id, type, time }) => `${id} ${type} ${time}`).sort()); // prettier-ignore
    expect(events.length).toBeGreaterThan(10);
    const batches = globSync(join(to, '_batches/*.json'));
    for (const file of batches)
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ stamp: { exportedBy: expect.stringContaining('@'), exportedAt: expect.stringMatching(/^\d{4}-/) } }); // prettier-ignore
    expect(batches.length).toBeGreaterThan(1);
    const again = await ledgerline([...tables(to), '--json'], { env });
    expect(result(again)).toMatchObject({ events: 0 });
    expect((await ledgerline(['export', '--format', 'csv', '--to', '-'], { env })).code).toBe(2);
  } finally {
    expect(await installation.stop()).toEqual([0]);
  }
});
