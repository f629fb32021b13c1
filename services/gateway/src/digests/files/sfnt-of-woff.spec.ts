import { expect, test } from '@jest/globals';
import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sfntOfWoff } from './sfnt-of-woff.js';

const woff = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff'),
);

/** As OpenType has it: the sum of a table's big-endian words, the table filled up with zeros. */
function checksum(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

test('a font out of its wrapping has every table as it was, by its own checksums', () => {
  const sfnt = sfntOfWoff(woff);
  const count = sfnt.readUInt16BE(4);
  expect(count).toBeGreaterThan(8);
  for (let place = 0; place < count; place += 1) {
    const entry = 12 + place * 16;
    const tag = sfnt.toString('latin1', entry, entry + 4);
    const [sum, offset, length] = [4, 8, 12].map((at) => sfnt.readUInt32BE(entry + at)) as [number, number, number];
    const table = Buffer.from(sfnt.subarray(offset, offset + length));
    if (tag === 'head') table.writeUInt32BE(0, 8); // its own adjustment is not part of its sum
    expect([tag, checksum(table)]).toEqual([tag, sum]);
  }
  expect(create(sfnt).hasGlyphForCodePoint('A'.codePointAt(0) as number)).toBe(true);
});

test('what is no such font is refused', () => {
  expect(() => sfntOfWoff(Buffer.from('wOF2 and something else that is long enough to be read'))).toThrow(TypeError);
});
