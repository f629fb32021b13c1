import { pooledRandom } from '@ledgerline/adapter-crypto';
import type { Ledgerline } from './ledgerline.js';

const symbols = '0123456789abcdefghjkmnpqrstvwxyz';

const codes = Buffer.from(symbols);
/** Symbols are put together here: the text made of it is one piece, which string addition leaves to whoever reads it first. */
const written = Buffer.allocUnsafeSlow(256);

/** Crockford base 32 in lower case, without padding: 16 bytes give 26 characters. Of 160 bytes at most. */
export function base32(bytes: Uint8Array): string {
  if (bytes.length > 160) throw new RangeError(`${bytes.length} bytes are too many`);
  let length = 0;
  let buffer = 0;
  let bits = 0;
  for (let place = 0; place < bytes.length; place += 1) {
    buffer = (buffer << 8) | (bytes[place] as number);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      written[length++] = codes[(buffer >>> bits) & 31] as number;
    }
    buffer &= (1 << bits) - 1;
  }
  if (bits > 0) written[length++] = codes[(buffer << (5 - bits)) & 31] as number;
  return written.toString('latin1', 0, length);
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
    : idOfDigest(ledgerline.digest('accounts', `account ${idOrUsername.toLowerCase()}`));
}
