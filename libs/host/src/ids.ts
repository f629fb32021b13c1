import { pooledRandom } from '@ledgerline/adapter-crypto';
import type { Ledgerline } from './ledgerline.js';

const symbols = '0123456789abcdefghjkmnpqrstvwxyz';

/** Crockford base 32 in lower case, without padding: 16 bytes give 26 characters. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += symbols[(buffer >>> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? text + symbols[(buffer << (5 - bits)) & 31] : text;
}

/** 128 random bits, 26 characters. */
export function randomId(): string {
  return base32(pooledRandom(16));
}

/** The 26 characters of a digest given in base64url. */
export function idOfDigest(digest: string): string {
  return base32(Buffer.from(digest, 'base64url').subarray(0, 16));
}

const accountId = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** The id of an account, given itself or as a username: one username is one stream, so that none is taken twice. */
export function accountIdOf(idOrUsername: string, ledgerline: Pick<Ledgerline, 'digest'>): string {
  return accountId.test(idOrUsername)
    ? idOrUsername
    : idOfDigest(ledgerline.digest('ids', `account ${idOrUsername.toLowerCase()}`));
}
