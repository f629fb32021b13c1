import type { Position } from '@ledgerline/kernel';
import type { Writable } from 'node:stream';
import { written } from '../written.js';
import { batchPath, type Batch, type ExportPlace } from './export-place.js';

const block = 512;

/** The batch that whoever downloads has already. */
export interface HadAlready {
  readonly number: number;
  readonly position: Position;
}

/**
 * A download as a place: the files that a folder would get, one after the other in a tar archive (POSIX ustar). Unpacked over the folder of the
 * download before, the whole is what an export into that folder is; of one that was cut off, the batch that is not concluded is written again.
 */
export class TarPlace implements ExportPlace {
  constructor(
    private readonly out: Writable,
    private readonly had: HadAlready | undefined,
    /** Seconds since the epoch, of every file. */
    private readonly at: number,
  ) {}

  last(): Promise<Pick<Batch, 'number' | 'position'> | undefined> {
    return Promise.resolve(this.had);
  }

  async put(path: string, bytes: Uint8Array): Promise<void> {
    await written(this.out, header(path, bytes.length, this.at));
    await written(this.out, bytes);
    await written(this.out, new Uint8Array((block - (bytes.length % block)) % block));
  }

  conclude(batch: Batch): Promise<void> {
    return this.put(batchPath(batch.number), Buffer.from(`${JSON.stringify(batch)}\n`));
  }

  /** Two empty blocks: the archive is whole. */
  end(): Promise<void> {
    return written(this.out, new Uint8Array(2 * block));
  }

  close(): void {
    // Whoever opened the stream ends it.
  }
}

/** A file of ours: whoever unpacks it may read and write it. The sum is over the header with blanks in place of the sum. */
function header(path: string, size: number, at: number): Uint8Array {
  const [prefix, name] = named(path);
  const fields: readonly (readonly [number, string])[] = [
    [0, name], [100, '0000600\0'], [108, '0000000\0'], [116, '0000000\0'], [124, `${octal(size)}\0`], [136, `${octal(at)}\0`],
    [148, ' '.repeat(8)], [156, '0'], [257, 'ustar\u000000'], [345, prefix],
  ]; // prettier-ignore
  const bytes = Buffer.alloc(block);
  for (const [offset, text] of fields) bytes.write(text, offset, 'latin1');
  const sum = bytes.reduce((all, byte) => all + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

/** A name has 100 bytes, and what lies before it 155. */
function named(path: string): readonly [prefix: string, name: string] {
  if (path.length <= 100) return ['', path];
  const cut = path.indexOf('/', path.length - 101);
  if (cut < 0 || cut > 155) throw new RangeError(`a tar archive cannot have a file named ${path}`);
  return [path.slice(0, cut), path.slice(cut + 1)];
}

function octal(number: number): string {
  return Math.floor(number).toString(8).padStart(11, '0');
}
