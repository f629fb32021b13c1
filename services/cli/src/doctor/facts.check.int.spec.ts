import { afterEach, expect, jest, test } from '@jest/globals';
import { DuckDBFactStore } from '@ledgerline/adapter-duckdb';
import type { Position } from '@ledgerline/kernel';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rebuildFacts } from '../rebuild/rebuild-facts.js';
import { checkFacts } from './facts.check.js';

jest.setTimeout(240_000);

const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-facts-'));
  folders.push(folder);
  return folder;
};
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test('tells of each file of facts how far it goes, and of a broken one what to do', async () => {
  const data = await newFolder();
  expect(await checkFacts(data)).toEqual([{ check: 'reports', state: 'ok', found: 'DuckDB is there; no facts yet' }]);
  const facts = await DuckDBFactStore.open(join(data, 'analytics.duckdb'), { version: 7, tables: {} });
  await facts.write({ position: 'main.e.12' as Position, added: new Map(), replaced: {} });
  await facts.close();
  await writeFile(join(data, 'analytics-2.duckdb'), 'no database at all, but long enough to be looked at');
  expect(await checkFacts(data)).toEqual([
    { check: 'reports', state: 'warn', found: expect.stringMatching(/^analytics-2.duckdb: /), advice: expect.stringContaining('delete analytics-2.duckdb*') },
    { check: 'reports', state: 'ok', found: expect.stringMatching(/^analytics.duckdb: 1 MiB, facts of version 7 up to main.e.12$/) },
  ]); // prettier-ignore
});

test('rebuilt they are taken away, for the next start to fill; not from under a process that has them', async () => {
  const data = await newFolder();
  const file = join(data, 'analytics.duckdb');
  await (await DuckDBFactStore.open(file, { version: 7, tables: {} })).close();
  await writeFile(join(data, 'log.sqlite'), 'the log stays');
  const holding = `import { DuckDBInstance } from '@duckdb/node-api'; await DuckDBInstance.create(process.argv[1]); console.log('has it'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', holding, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(other.stdout, 'data');
  expect(await checkFacts(data)).toMatchObject([{ state: 'ok', found: expect.stringContaining('a running Ledgerline has it') }]);
  await expect(rebuildFacts(data)).rejects.toMatchObject({ code: 'facts-in-use' });
  other.kill();
  await once(other, 'exit');
  expect(await rebuildFacts(data)).toMatchObject({ result: { facts: ['analytics.duckdb'] } });
  expect(await readdir(data)).toEqual(['log.sqlite']);
  expect((await rebuildFacts(data)).words).toEqual(['there are no facts here']);
});
