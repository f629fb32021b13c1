import { inflateSync } from 'node:zlib';

/** Bytes of the two headers, of an entry in each directory, and the boundary on which tables begin. */
const [woffHead, sfntHead, woffEntry, sfntEntry, boundary] = [44, 12, 20, 16, 4];

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly content: Uint8Array;
}

/**
 * A font out of its WOFF 1.0 wrapping (W3C, "WOFF File Format 1.0"): every table is inflated once. `fontkit`, which could read the file as it
 * is, inflates the outlines anew for every sign, which makes a page of Chinese take half a minute.
 *
 * @throws TypeError where it is no WOFF 1.0
 */
export function sfntOfWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('not a font in WOFF 1.0');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, place) => tableAt(woff, woffHead + place * woffEntry));
  const head = Buffer.alloc(sfntHead + count * sfntEntry);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  const power = 2 ** Math.floor(Math.log2(count));
  for (const [place, value] of [count, power * 16, Math.log2(power), (count - power) * 16].entries())
    head.writeUInt16BE(value, 4 + place * 2);
  const parts: Uint8Array[] = [head];
  let offset = head.length;
  for (const [place, { tag, checksum, content }] of tables.entries()) {
    const entry = [tag, checksum, offset, content.length];
    for (const [at, value] of entry.entries()) head.writeUInt32BE(value, sfntHead + place * sfntEntry + at * 4);
    const padding = Buffer.alloc((boundary - (content.length % boundary)) % boundary);
    parts.push(content, padding);
    offset += content.length + padding.length;
  }
  return Buffer.concat(parts);
}

/** A table that would not have become smaller stands there as it is. */
function tableAt(woff: Buffer, entry: number): Table {
  const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((at) => woff.readUInt32BE(entry + at)) as [
    number, number, number, number, number,
  ]; // prettier-ignore
  const stored = woff.subarray(offset, offset + packed);
  return { tag, checksum, content: packed < length ? inflateSync(stored) : stored };
}
