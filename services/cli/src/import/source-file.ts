import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file that is read once, from its beginning; what is gzip is unpacked on the way. */
export interface SourceFile {
  readonly bytes: number;
  /** Bytes of the file (packed as it is) read so far. */
  done(): number;
  chunks(): AsyncIterable<Buffer>;
}

/** @throws the system's error (ENOENT …) where it cannot be read */
export async function openSource(path: string): Promise<SourceFile> {
  const file = await open(path);
  const { bytes, packed } = await look(file).finally(() => file.close());
  let done = 0;
  async function* read(): AsyncIterable<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
      done += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  }
  return { bytes, done: () => done, chunks: () => (packed ? unpacked(read()) : read()) };
}

async function look(file: Awaited<ReturnType<typeof open>>): Promise<{ bytes: number; packed: boolean }> {
  const { size: bytes } = await file.stat();
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return { bytes, packed: buffer[0] === 0x1f && buffer[1] === 0x8b };
}

function unpacked(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const source = Readable.from(chunks, { objectMode: false });
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  source.once('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}
