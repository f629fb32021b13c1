import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What was typed into a form, by the names of its fields. */
export type Entered = Readonly<Record<string, string | undefined>>;

export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  /** Ends at the limit; then it is `truncated`. */
  readonly content: BusboyFileStream;
}

export interface FormLimits {
  /** Files that are taken at most; one more is told, and read past. */
  readonly files: number;
  /** Bytes of one file. */
  readonly bytes: number;
}

interface SentForm {
  readonly headers: BusboyHeaders;
  readonly body: Readable;
  readonly limits: FormLimits;
  /** What becomes of a file, by what was entered before it; undefined: it is read past. */
  readonly take: (file: SentFile, entered: Entered) => Promise<void> | undefined;
}

/** Bytes that everything but the files may have. */
const [largestField, largestRest] = [100_000, 400_000];

/**
 * Reads a form with files as browsers send it (RFC 7578), part after part, nothing in memory but the fields. In our page every field
 * stands before the files: what is wrong is known before anything is stored.
 *
 * @throws where it is no such form, is cut off or is too large as a whole
 */
export async function readFormWithFiles({ headers, body, limits, take }: SentForm): Promise<Entered> {
  const entered: Record<string, string> = {};
  const contents: BusboyFileStream[] = [];
  const taking: Promise<void>[] = [];
  const form = new Busboy({
    headers,
    limits: {
      fields: 30,
      fieldNameSize: 100,
      fieldSize: largestField,
      files: limits.files + 1,
      fileSize: limits.bytes,
      parts: 40,
    },
  });
  form.on('field', (name, value) => {
    entered[name] = value;
  });
  form.on('file', (_field, content, name, _encoding, mediaType) => {
    contents.push(content);
    content.on('error', () => undefined); // told of the whole form; unheard it would end the process
    const taken = name ? take({ name, mediaType, content }, entered) : undefined;
    if (taken === undefined) content.resume();
    else {
      taking.push(taken);
      taken.catch((error: unknown) => form.destroy(error as Error));
    }
  });
  const most = (limits.files + 1) * limits.bytes + largestRest;
  try {
    await pipeline(body, (pieces: AsyncIterable<Uint8Array>) => upTo(pieces, most), form);
    await Promise.all(taking);
    return entered;
  } catch (error) {
    for (const content of contents) content.destroy(error as Error);
    await Promise.allSettled(taking);
    throw error;
  }
}

async function* upTo(pieces: AsyncIterable<Uint8Array>, most: number): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > most) throw new RangeError(`a form of more than ${most} bytes`);
    yield piece;
  }
}
