import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SqliteEventStore } from '@ledgerline/adapter-sqlite';
import { logItems, verifyLog } from '@ledgerline/host';
import type { SealedCommit } from '@ledgerline/kernel';
import { sampleCommit } from '@ledgerline/kernel/contracts';
import { hash } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerline } from './command-line.js';
import { newFolder } from './filled-installation.js';

jest.setTimeout(180_000);

/** Longer than what is looked at without other threads. */
const [streams, commits] = [400, 30] as const;
const sha256 = (text: string) => hash('sha256', text, 'base64url');
const never = new AbortController().signal;

/** What the command finds with its threads, and what is found without any: here the sources run, which have none. */
async function found(data: string) {
  const { code, stdout } = await ledgerline(['verify', '--json'], { env: { LEDGERLINE_DATA: data } });
  const store = await SqliteEventStore.open(data, { readOnly: true });
  const plainly = await verifyLog(logItems(store, undefined, never), { gapless: true });
  await store.close();
  return { code, told: JSON.parse(stdout) as Record<string, unknown>, plainly };
}

describe('a log that several threads look at', () => {
  let whole: string;
  beforeAll(async () => {
    whole = await newFolder();
    const store = await SqliteEventStore.open(whole);
    const tails: (SealedCommit | undefined)[] = Array.from({ length: streams });
    for (let turn = 0; turn < commits; turn += 1) {
      for (const [n, tail] of tails.entries())
        tails[n] = sampleCommit(`ticket.t${n}`, tail, { count: 1 + (n % 3), text: `漏水 ${turn}` });
      await Promise.all(tails.map((commit) => store.append(commit as SealedCommit)));
    }
    await store.close();
  });

  test('is whole, with the same counts and the same digest', async () => {
    const { code, told, plainly } = await found(whole);
    expect([code, told]).toEqual([0, expect.objectContaining({ whole: true, ...plainly.checked })]);
    expect(plainly.checked.commits).toBe(streams * commits);
  });

  const place = 11_321;
  const changes: Readonly<Record<string, (text: string) => string>> = {
    'a character flipped': (text) => text,
    'bytes that are not canonical': (text) => text.replace('"data":{', '"data": {'),
    'a time that runs backwards': (text) => text.replaceAll('"at":"2026', '"at":"2025'),
  };

  test.each(Object.keys(changes))('%s is named as it is without threads', async (name) => {
    const data = await newFolder();
    await cp(whole, data, { recursive: true });
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
  });

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
