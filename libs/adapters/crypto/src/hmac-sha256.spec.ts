import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { hmacSha256 } from './hmac-sha256.js';

/** RFC 4231, test cases 2 and 6 (a key longer than a block). */
test.each([
  ['Jefe', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  [
    '\u00aa'.repeat(131),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('gives the vectors of RFC 4231', (key, text, digest) => {
  expect(hmacSha256(Buffer.from(key, 'latin1'), text)).toBe(Buffer.from(digest, 'hex').toString('base64url'));
});

test('is the HMAC of node:crypto', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.nat(9_000).map((length) => '漏'.repeat(length)),
      ),
      (key, text) => {
        expect(hmacSha256(key, text)).toBe(createHmac('sha256', key).update(text).digest('base64url'));
      },
    ),
  );
});
