import { expect, test } from '@jest/globals';
import { blobsContract } from '@ledgerline/kernel/contracts';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderBlobs } from './index.js';

const folder = () => mkdtemp(join(tmpdir(), 'ledgerline-blobs-'));

blobsContract('folder', async () => {
  const at = await folder();
  return { blobs: new FolderBlobs(at), close: () => rm(at, { recursive: true }) };
});

test.each([
  ['a bit that was turned', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 70_000 ? byte ^ 1 : byte)))],
  ['a tail that was cut', (bytes: Buffer) => bytes.subarray(0, 7 + 65_536 + 16)],
  ['a chunk that was left out', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 7), bytes.subarray(7 + 65_552)])],
  ['something added', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(40)])],
])('notices %s', async (_, change) => {
  const at = await folder();
  const key = randomBytes(32);
  const blobs = new FolderBlobs(at);
  async function* content(): AsyncIterable<Uint8Array> {
    yield await Promise.resolve(randomBytes(150_000));
  }
  await blobs.put('abcd1234', content(), { key, limit: 200_000 });
  const file = join(at, '34', 'abcd1234');
  await writeFile(file, change(await readFile(file)));
  const reading = (async () => {
    for await (const piece of (await blobs.get('abcd1234', key)) ?? []) expect(piece.length).toBeLessThanOrEqual(65_536);
  })();
  await expect(reading).rejects.toThrow();
  await rm(at, { recursive: true });
});
