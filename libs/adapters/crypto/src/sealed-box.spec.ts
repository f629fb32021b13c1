import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createDecipheriv, randomBytes } from 'node:crypto';
import { openBox, sealBox } from './sealed-box.js';

const key = randomBytes(32);
const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(40_000).map((length) => '漏水'.repeat(length / 2))); // prettier-ignore
const places = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(400).map((length) => 'a'.repeat(length))); // prettier-ignore

/** AES-256-GCM said as plainly as it can be. */
function plainly(box: string, place: string): string {
  const bytes = Buffer.from(box, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(place, 'utf8')).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
}

test('a box is nonce, ciphertext and tag, bound to its place', () => {
  fc.assert(
    fc.property(texts, places, (text, place) => {
      const box = sealBox(key, text, place);
      expect(plainly(box, place)).toBe(text);
      expect(openBox(key, box, place)).toBe(text);
      expect(() => openBox(key, box, `${place}x`)).toThrow();
    }),
  );
});

test('no two boxes are alike, and the first stays what it was', () => {
  const first = sealBox(key, '漏水', 'a.1');
  const kept = Buffer.from(first);
  expect(sealBox(key, '漏水', 'a.1')).not.toBe(first);
  expect(Buffer.from(first)).toEqual(kept);
});
