import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { BlobTooLarge, type Blobs } from '../blobs.js';

export interface BlobsHarness {
  readonly blobs: Blobs;
  close(): Promise<void>;
}

export function blobsContract(name: string, open: () => Promise<BlobsHarness>): void {
  describe(`Blobs: ${name}`, () => {
    let harness: BlobsHarness;
    let blobs: Blobs;
    const key = randomBytes(32);
    beforeEach(async () => {
      harness = await open();
      blobs = harness.blobs;
    });
    afterEach(() => harness.close());

    async function* pieces(content: Buffer, size = 10_000): AsyncIterable<Uint8Array> {
      for (let at = 0; at < content.length; at += size) yield await Promise.resolve(content.subarray(at, at + size));
    }
    const whole = async (content: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> => {
      const parts: Uint8Array[] = [];
      for await (const part of content ?? []) parts.push(part);
      return Buffer.concat(parts);
    };

    test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_001])('gives back %i bytes as they were', async (size) => {
      const content = randomBytes(size);
      const id = randomUUID();
      const facts = await blobs.put(id, pieces(content), { key, limit: 400_000 });
      expect(facts.size).toBe(size);
      expect(await whole(await blobs.get(id, key))).toEqual(content);
    });

    test('the digest is the content and the key together', async () => {
      const content = randomBytes(2_000);
      const digest = async (by: Uint8Array) => (await blobs.put(randomUUID(), pieces(content), { key: by, limit: 9_999 })).digest;
      expect(await digest(key)).toBe(await digest(key));
      expect(await digest(key)).not.toBe(await digest(randomBytes(32)));
    });

    test('what is not there is undefined', async () => {
      expect(await blobs.get(randomUUID(), key)).toBeUndefined();
    });

    test('another key opens nothing', async () => {
      const id = randomUUID();
      await blobs.put(id, pieces(randomBytes(500)), { key, limit: 1_000 });
      await expect((async () => whole(await blobs.get(id, randomBytes(32))))()).rejects.toThrow();
    });

    test('more than the limit is refused and nothing is kept', async () => {
      const id = randomUUID();
      await expect(blobs.put(id, pieces(randomBytes(2_001), 500), { key, limit: 2_000 })).rejects.toThrow(BlobTooLarge);
      expect(await blobs.get(id, key)).toBeUndefined();
    });

    test('a broken upload leaves nothing behind', async () => {
      const id = randomUUID();
      async function* broken(): AsyncIterable<Uint8Array> {
        yield await Promise.resolve(randomBytes(100_000));
        throw new Error('the line was cut');
      }
      await expect(blobs.put(id, broken(), { key, limit: 1_000_000 })).rejects.toThrow('the line was cut');
      expect(await blobs.get(id, key)).toBeUndefined();
    });

    test('deletes', async () => {
      const id = randomUUID();
      await blobs.put(id, pieces(randomBytes(10)), { key, limit: 100 });
      await blobs.delete(id);
      await blobs.delete(id);
      expect(await blobs.get(id, key)).toBeUndefined();
    });

    test('refuses an id that is none', async () => {
      await expect((async () => blobs.put('../../etc/passwd', pieces(randomBytes(1)), { key, limit: 10 }))()).rejects.toThrow(
        TypeError,
      );
    });
  });
}
