import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { MemoryEventStore } from '@ledgerline/adapter-memory';
import { sampleCommit } from '@ledgerline/kernel/contracts';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BucketPlace, bucketSettings } from './bucket-place.js';
import { exportTables } from '@ledgerline/exports';

jest.setTimeout(240_000);

interface S3Server {
  run(): Promise<{ readonly address: string; readonly port: number }>;
  close(): Promise<void>;
}
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => S3Server;

describe('an S3-compatible bucket', () => {
  let server: S3Server;
  let endpoint: string;
  beforeAll(async () => {
    const configureBuckets = [{ name: 'tables' }];
    server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: mkdtempSync(join(tmpdir(), 'ledgerline-s3-')), configureBuckets }); // prettier-ignore
    const { address, port } = await server.run();
    endpoint = `http://${address}:${port}`;
  });
  afterAll(() => server.close());

  const credentials = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
  const place = (address: string, env: object = credentials) =>
    new BucketPlace(address, bucketSettings({ ...env, AWS_ENDPOINT_URL: endpoint }));

  async function answered(store: MemoryEventStore, from: number, to: number): Promise<void> {
    for (let n = from; n < to; n += 1) {
      const commit = sampleCommit(`ticket.t${n}`);
      const text = commit.text.replace('contract.happened', 'TicketAnswered');
      await store.append({ ...commit, text, hash: createHash('sha256').update(text).digest('base64url') });
    }
  }

  test('takes tables in batches, goes on after the last, and has each event once', async () => {
    const store = new MemoryEventStore();
    const bucket = place('s3://tables/ledger line/feed');
    await answered(store, 0, 25);
    const run = () =>
      exportTables({ store, site: 'main', place: bucket, format: 'csv', commitsABatch: 10 }, new AbortController().signal);
    expect(await run()).toEqual({ batches: 3, events: 25 });
    await answered(store, 25, 30);
    expect([await run(), await run()]).toEqual([
      { batches: 1, events: 5 },
      { batches: 0, events: 0 },
    ]);
    const last = await place('s3://tables/ledger line/feed').last();
    expect(last).toMatchObject({
      number: 4,
      position: await store.end(),
      parts: [{ type: 'ledgerline.ticket.answered.v1', events: 5 }],
    });
    expect(await place('s3://tables/elsewhere').last()).toBeUndefined();
    await expect(bucket.conclude({ ...(last as NonNullable<typeof last>) })).rejects.toMatchObject({
      code: 'written-by-another',
    });
  });

  test('says what it refuses', async () => {
    await expect(place('s3://none/x').last()).rejects.toMatchObject({
      code: 'bucket-refuses',
      message: expect.stringContaining('NoSuchBucket'),
    });
    const stranger = place('s3://tables/x', { ...credentials, AWS_ACCESS_KEY_ID: 'NOBODY' });
    await expect(stranger.put('a', new Uint8Array(1))).rejects.toMatchObject({
      message: expect.stringContaining('InvalidAccessKeyId'),
    });
    expect(() => bucketSettings({})).toThrow('AWS_ACCESS_KEY_ID');
  });
});
