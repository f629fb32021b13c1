/** What was stored: `id` is given by the store's caller, `size` in bytes of the plain content, `digest` its keyed hash. */
export interface BlobFacts {
  readonly size: number;
  readonly digest: string;
}

export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge';
  readonly code = 'too-large';
}

/**
 * Attachments, recordings, raw mail: encrypted with the person's key, streamed both ways, never whole in memory.
 * `put` is all or nothing and durable when it answers: a broken upload leaves nothing behind under that id.
 */
export interface Blobs {
  /** @throws BlobTooLarge past `limit` bytes; whatever the content's iterator throws. Nothing is kept then. */
  put(id: string, content: AsyncIterable<Uint8Array>, options: BlobOptions): Promise<BlobFacts>;
  /** undefined where there is none. Content that was changed on disk throws while it is read. */
  get(id: string, key: Uint8Array): Promise<AsyncIterable<Uint8Array> | undefined>;
  delete(id: string): Promise<void>;
}

export interface BlobOptions {
  readonly key: Uint8Array;
  /** Bytes at most. */
  readonly limit: number;
}
