import { AwsClient } from 'aws4fetch';
import { dirname } from 'node:path';
import { Refused } from '../outcome.js';
import { batchIn } from './batch-text.js';
import { batchPath, type Batch, type ExportPlace } from '@ledgerline/exports';

/** Where an S3-compatible store is, by the environment's usual names. */
export interface BucketSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** @throws Refused naming what is missing */
export function bucketSettings(env: Readonly<Record<string, string | undefined>>): BucketSettings {
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1';
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = env;
  if (!accessKeyId || !secretAccessKey)
    throw new Refused('no-credentials', 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
  const endpoint = env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || `https://s3.${region}.amazonaws.com`;
  return { endpoint, region, accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}

/**
 * An S3-compatible bucket, under a prefix. An object is there whole or not at all by itself. A batch is concluded only where none of its number is there
 * (`If-None-Match`, which older stores pass over: one export at a time is the rule there).
 */
export class BucketPlace implements ExportPlace {
  private readonly client: AwsClient;

  /** @param address `s3://bucket/prefix` */
  constructor(
    private readonly address: string,
    private readonly settings: BucketSettings,
  ) {
    const { endpoint: _endpoint, ...credentials } = settings;
    this.client = new AwsClient({ ...credentials, service: 's3' });
  }

  async last(): Promise<Batch | undefined> {
    const prefix = `${this.prefix}${dirname(batchPath(1))}/`;
    let newest: string | undefined;
    for (let after: string | undefined; ;) {
      const query = new URLSearchParams({ 'list-type': '2', prefix, ...(after === undefined ? {} : { 'start-after': after }) });
      const text = await (await this.asked('GET', `?${query}`)).text();
      const keys = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => String(key));
      newest = keys.at(-1) ?? newest;
      if (keys.length === 0 || !/<IsTruncated>true</.test(text)) break;
      after = newest;
    }
    if (newest === undefined) return undefined;
    return batchIn(await (await this.asked('GET', `/${pathOf(newest)}`)).text(), newest);
  }

  async put(path: string, bytes: Uint8Array): Promise<void> {
    await this.asked('PUT', this.key(path), { body: bytes });
  }

  async conclude(batch: Batch): Promise<void> {
    const body = Buffer.from(`${JSON.stringify(batch, undefined, 1)}\n`);
    const there = await this.fetch('GET', this.key(batchPath(batch.number)));
    await there.body?.cancel();
    if (there.ok) throw new Refused('written-by-another', `${batchPath(batch.number)} is there already`);
    await this.asked('PUT', this.key(batchPath(batch.number)), { body, headers: { 'if-none-match': '*' } });
  }

  close(): void {}

  private get prefix(): string {
    const [, , , ...rest] = this.address.split('/');
    const prefix = rest.join('/').replace(/\/+$/, '');
    return prefix === '' ? '' : `${prefix}/`;
  }

  private key(path: string): string {
    return `/${pathOf(this.prefix + path)}`;
  }

  /** @throws Refused with the store's own code */
  private async asked(method: string, path: string, init: { body?: Uint8Array; headers?: Record<string, string> } = {}) {
    const response = await this.fetch(method, path, init);
    if (response.ok) return response;
    const [, code = ''] = /<Code>([A-Za-z]+)<\/Code>/.exec(await response.text()) ?? [];
    if (response.status === 412 || response.status === 409) throw new Refused('written-by-another', `${path}: ${code}`);
    throw new Refused('bucket-refuses', `${method} ${path}: ${response.status} ${code}`);
  }

  private fetch(
    method: string,
    path: string,
    { body, headers = {} }: { body?: Uint8Array; headers?: Record<string, string> } = {},
  ) {
    const [, , bucket = ''] = this.address.split('/');
    const url = `${this.settings.endpoint.replace(/\/$/, '')}/${bucket}${path}`;
    return this.client.fetch(url, { method, headers, ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}) });
  }
}

function pathOf(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}
