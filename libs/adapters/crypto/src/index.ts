import type { Cryptography, HashBytes } from '@ledgerline/kernel';
import { hash, randomBytes } from 'node:crypto';
import { hmacSha256 } from './hmac-sha256.js';
import { pooledRandom } from './pooled-random.js';
import { openBox, sealBox } from './sealed-box.js';

export { ed25519 } from './ed25519.js';
export { pooledRandom };

/** SHA-256 of bytes. */
export const sha256Bytes: HashBytes = (bytes) => hash('sha256', bytes, 'buffer');

/** The kernel's Cryptography over `node:crypto`. */
export const nodeCryptography: Cryptography = {
  sha256: (text) => hash('sha256', text, 'base64url'),
  hmac: (key, text) => hmacSha256(key, text).slice(0, 22),
  seal: sealBox,
  open: openBox,
  random: (bytes) => randomBytes(bytes),
};
