import { BlobTooLarge, type BlobFacts, type BlobOptions, type Blobs } from '@ledgerline/kernel';
import { createHmac } from 'node:crypto';

interface Kept {
  readonly content: Buffer;
  readonly digest: string;
}

/** Blobs in memory: nothing survives the process. */
export class MemoryBlobs implements Blobs {
  private readonly kept = new Map<string, Kept>();

  async put(id: string, content: AsyncIterable<Uint8Array>, { key, limit }: BlobOptions): Promise<BlobFacts> {
    if (!/^[a-z0-9-]{4,64}$/.test(id)) throw new TypeError(`not a blob id: ${id.slice(0, 80)}`);
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of content) {
      size += piece.length;
      if (size > limit) throw new BlobTooLarge(`more than ${limit} bytes`);
      pieces.push(Uint8Array.from(piece));
    }
    const whole = Buffer.concat(pieces);
    const digest = keyedDigest(key, whole);
    this.kept.set(id, { content: whole, digest });
    return { size, digest };
  }

  get(id: string, key: Uint8Array): Promise<AsyncIterable<Uint8Array> | undefined> {
    const found = this.kept.get(id);
    if (!found) return Promise.resolve(undefined);
    if (keyedDigest(key, found.content) !== found.digest)
      return Promise.reject(new Error('the blob does not open with this key'));
    return Promise.resolve(once(found.content));
  }

  delete(id: string): Promise<void> {
    this.kept.delete(id);
    return Promise.resolve();
  }
}

async function* once(content: Buffer): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(content);
}

function keyedDigest(key: Uint8Array, content: Buffer): string {
  return createHmac('sha256', key).update(content).digest('base64url').slice(0, 22);
}
