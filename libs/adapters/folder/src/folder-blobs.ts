import { BlobTooLarge, type BlobFacts, type BlobOptions, type Blobs } from '@ledgerline/kernel';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const chunkBytes = 64 * 1024;
const tagBytes = 16;
const prefixBytes = 7;

/**
 * Blobs as files. Format: 7 random bytes, then chunks of at most 64 KiB, each AES-256-GCM under the nonce (prefix, 4 bytes
 * of chunk number, 1 byte that is 1 for the last): STREAM of Hoang, Reyhanitabar, Rogaway, Vizár (2015). A chunk that is
 * changed, moved, missing or behind the last is noticed.
 */
export class FolderBlobs implements Blobs {
  constructor(private readonly folder: string) {}

  async put(id: string, content: AsyncIterable<Uint8Array>, { key, limit }: BlobOptions): Promise<BlobFacts> {
    const file = this.file(id);
    const draft = `${file}.${randomBytes(6).toString('hex')}.part`;
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(draft, 'wx', 0o600);
    try {
      const facts = await seal(handle, content, { key, limit });
      await handle.sync();
      await handle.close();
      await rename(draft, file);
      const folder = await open(dirname(file));
      await folder.sync();
      await folder.close();
      return facts;
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(draft, { force: true });
      throw error;
    }
  }

  async get(id: string, key: Uint8Array): Promise<AsyncIterable<Uint8Array> | undefined> {
    const file = this.file(id);
    try {
      await access(file);
    } catch {
      return undefined;
    }
    return opened(createReadStream(file, { highWaterMark: chunkBytes }), key);
  }

  async delete(id: string): Promise<void> {
    await rm(this.file(id), { force: true });
  }

  private file(id: string): string {
    if (!/^[a-z0-9-]{4,64}$/.test(id)) throw new TypeError(`not a blob id: ${id.slice(0, 80)}`);
    return join(this.folder, id.slice(-2), id);
  }
}

async function seal(handle: FileHandle, content: AsyncIterable<Uint8Array>, { key, limit }: BlobOptions): Promise<BlobFacts> {
  const prefix = randomBytes(prefixBytes);
  const digest = createHmac('sha256', key);
  await handle.write(prefix);
  let waiting = Buffer.alloc(0);
  let size = 0;
  let number = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > limit) throw new BlobTooLarge(`more than ${limit} bytes`);
    digest.update(piece);
    waiting = Buffer.concat([waiting, piece]);
    while (waiting.length > chunkBytes) {
      await handle.write(sealed(key, nonce(prefix, number, false), waiting.subarray(0, chunkBytes)));
      waiting = waiting.subarray(chunkBytes);
      number += 1;
    }
  }
  await handle.write(sealed(key, nonce(prefix, number, true), waiting));
  return { size, digest: digest.digest('base64url').slice(0, 22) };
}

async function* opened(file: AsyncIterable<Buffer>, key: Uint8Array): AsyncIterable<Uint8Array> {
  const whole = chunkBytes + tagBytes;
  let waiting = Buffer.alloc(0);
  let prefix: Buffer | undefined;
  let number = 0;
  for await (const piece of file) {
    waiting = Buffer.concat([waiting, piece]);
    if (!prefix) {
      if (waiting.length < prefixBytes) continue;
      prefix = waiting.subarray(0, prefixBytes);
      waiting = waiting.subarray(prefixBytes);
    }
    while (waiting.length > whole) {
      yield unsealed(key, nonce(prefix, number, false), waiting.subarray(0, whole));
      waiting = waiting.subarray(whole);
      number += 1;
    }
  }
  if (!prefix || waiting.length < tagBytes) throw new Error('the blob was cut off');
  yield unsealed(key, nonce(prefix, number, true), waiting);
}

function nonce(prefix: Buffer, number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  prefix.copy(bytes);
  bytes.writeUInt32BE(number, prefixBytes);
  bytes[11] = Number(last);
  return bytes;
}

function sealed(key: Uint8Array, iv: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unsealed(key: Uint8Array, iv: Buffer, box: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(box.subarray(box.length - tagBytes));
  return Buffer.concat([decipher.update(box.subarray(0, box.length - tagBytes)), decipher.final()]);
}
