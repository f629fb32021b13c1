import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SqliteEventStore, SqliteTreeStore, SqliteVault } from '@ledgerline/adapter-sqlite';
import { growLogTree, logItems, verifyLog } from '@ledgerline/host';
import type { SealedCommit } from '@ledgerline/kernel';
import { sampleCommit } from '@ledgerline/kernel/contracts';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerline } from './command-line.js';
import { newFolder } from './filled-installation.js';

jest.setTimeout(180_000);

/** Longer than what is looked at without other threads; the tree over it is signed three times. */
const [streams, commits] = [400, 30] as const;
const signedAfter = [7, 19, 29];
const sha256 = (text: string) => hash('sha256', text, 'base64url');
const never = new AbortController().signal;

/** What the command finds with its threads, span by span, and what is found commit after commit without any: here the sources run, which have none. */
async function found(data: string) {
  const { code, stdout } = await ledgerline(['verify', '--json'], { env: { LEDGERLINE_DATA: data } });
  const store = await SqliteEventStore.open(data, { readOnly: true });
  const trees = existsSync(join(data, 'log-tree.sqlite')) ? await SqliteTreeStore.open(data, { readOnly: true }) : undefined;
  const plainly = await verifyLog(logItems(store, trees, never), { gapless: true });
  await trees?.close();
  await store.close();
  return { code, told: JSON.parse(stdout) as Record<string, unknown>, plainly };
}

describe('a log that several threads look at', () => {
  let whole: string;
  beforeAll(async () => {
    whole = await newFolder();
    const store = await SqliteEventStore.open(whole);
    const [trees, vault] = [await SqliteTreeStore.open(whole), await SqliteVault.open(whole)];
    const parts = { store, trees, vault, clock: { now: () => Date.now() }, site: 'main' };
    const tails: (SealedCommit | undefined)[] = Array.from({ length: streams });
    for (let turn = 0; turn < commits; turn += 1) {
      for (const [n, tail] of tails.entries())
        tails[n] = sampleCommit(`ticket.t${n}`, tail, { count: 1 + (n % 3), text: `漏水 ${turn}` });
      await Promise.all(tails.map((commit) => store.append(commit as SealedCommit)));
      if (signedAfter.includes(turn)) await growLogTree(parts, await trees.claim(), never);
    }
    await Promise.all([store, trees, vault].map((one) => one.close()));
  });

  test('is whole, with the same counts and the same digest', async () => {
    const { code, told, plainly } = await found(whole);
    expect([code, told]).toEqual([0, expect.objectContaining({ whole: true, signed: plainly.signed, ...plainly.checked })]);
    expect(plainly.signed).toMatchObject({ checkpoints: 3, commits: 400 * 30 });
    expect(plainly.checked.commits).toBe(streams * commits);
  });

  const place = 11_321;
  const changes: Readonly<Record<string, (text: string) => string>> = {
    'a character flipped': (text) => text,
    'bytes that are not canonical': (text) => text.replace('"data":{', '"data": {'),
    'a time that runs backwards': (text) => text.replaceAll('"at":"2026', '"at":"2025'),
  };

  test.each(Object.keys(changes).flatMap((name) => [[name, true] as const, [name, false] as const]))(
    '%s is named as it is without threads (signed: %s)',
    async (name, isSigned) => {
      const data = await newFolder();
      await cp(whole, data, { recursive: true });
      if (!isSigned) for (const end of ['', '-wal', '-shm']) await rm(join(data, `log-tree.sqlite${end}`), { force: true });
      const database = new DatabaseSync(join(data, 'log.sqlite'));
      const { text } = database.prepare('SELECT text FROM commits WHERE sequence = ?').get(place) as { text: string };
      const changed = (changes[name] as (text: string) => string)(text);
      const bent = changed === text ? text.replace('漏水', '滴水') : changed;
      expect(bent).not.toBe(text);
      const kept = changed === text ? sha256(text) : sha256(bent);
      database.prepare('UPDATE commits SET text = ?, hash = ? WHERE sequence = ?').run(bent, kept, place);
      database.close();
      const { code, told, plainly } = await found(data);
      expect(plainly.fault?.position).toMatch(new RegExp(`\\.${place}$`));
      expect([code, told['fault']]).toEqual([1, plainly.fault]);
    },
  );

  test('a commit that is gone', async () => {
    const data = await newFolder();
    await cp(whole, data, { recursive: true });
    const database = new DatabaseSync(join(data, 'log.sqlite'));
    database.prepare('DELETE FROM commits WHERE sequence = ?').run(place);
    database.close();
    const { code, told, plainly } = await found(data);
    expect([code, told['fault'], plainly.fault?.fault]).toEqual([1, plainly.fault, 'commits-missing']);
  });
});
