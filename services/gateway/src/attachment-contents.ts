import { LEDGERLINE, randomId, type Ledgerline } from '@ledgerline/host';
import { BlobTooLarge } from '@ledgerline/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { ProblemError } from './problem.js';

/** Where content was put, under whose key, and the keyed digest by which a retry is known. */
export interface PutContent {
  readonly content: { readonly blob: string; readonly person: string };
  readonly size: number;
  readonly digest: string;
}

const mediaType = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}$/;

/** Content of attachments on its way into Blobs: streamed, encrypted with a key of its own, never in memory as a whole. */
@Injectable()
export class AttachmentContents {
  constructor(@Inject(LEDGERLINE) private readonly ledgerline: Ledgerline) {}

  /** Bytes of one attachment at most. */
  get limit(): number {
    return this.ledgerline.configuration.largestAttachment;
  }

  /** @throws ProblemError too-large; nothing of it stays then */
  async put(pieces: AsyncIterable<Uint8Array>, limit = this.limit): Promise<PutContent> {
    const person = await this.ledgerline.vault.newPerson();
    const key = (await this.ledgerline.keys.load([person])).get(person);
    if (!(key instanceof Uint8Array)) throw new TypeError('a new key is not there');
    const content = { blob: randomId(), person };
    const hash = createHash('sha256');
    try {
      const { size } = await this.ledgerline.blobs.put(content.blob, hashed(pieces, hash), { key, limit });
      return { content, size, digest: this.ledgerline.digest('attachments', hash.digest('base64url')) };
    } catch (error) {
      if (error instanceof BlobTooLarge) throw new ProblemError({ code: 'too-large', facts: { limit } });
      throw error;
    }
  }

  /** The bytes as they were put; undefined where they are gone, or the key that they are under. */
  async read({ blob, person }: PutContent['content']): Promise<AsyncIterable<Uint8Array> | undefined> {
    const key = (await this.ledgerline.keys.load([person])).get(person);
    return key instanceof Uint8Array ? this.ledgerline.blobs.get(blob, key) : undefined;
  }

  delete({ content: { blob } }: Pick<PutContent, 'content'>): Promise<void> {
    return this.ledgerline.blobs.delete(blob);
  }
}

async function* hashed(pieces: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** The media type without its parameters; undefined where it is none. */
export function mediaTypeIn(given: string | undefined): string | undefined {
  const type = (given ?? 'application/octet-stream').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return mediaType.test(type) ? type : undefined;
}

/** A file's name as it may be kept: no way to another folder, no control characters, not too long. */
export function fileNameIn(given: string | undefined): string | undefined {
  const name = given?.replaceAll(/[\p{Cc}\p{Cs}/\\]/gu, '_').slice(0, 200);
  return name === '' ? undefined : name;
}
