import type { Cryptography, HashBytes, HashInto } from '@ledgerline/kernel';
import { hash, randomBytes } from 'node:crypto';
import { hmacSha256 } from './hmac-sha256.js';
import { pooledRandom } from './pooled-random.js';
import { openBox, sealBox } from './sealed-box.js';

export { ed25519 } from './ed25519.js';
export * from './key-hand-over.js';
export { pooledRandom };

/** SHA-256 of bytes. By way of a Latin-1 string: a third of what the engine needs to make a Buffer of its own. */
export const sha256Bytes: HashBytes = (bytes) => Buffer.from(hash('sha256', bytes, 'latin1'), 'latin1');

export const sha256Into: HashInto = (into) => {
  const target = Buffer.from(into.buffer, into.byteOffset, into.byteLength);
  return (bytes, at) => void target.write(hash('sha256', bytes, 'latin1'), at, 'latin1');
};

/** The kernel's Cryptography over `node:crypto`. */
export const nodeCryptography: Cryptography = {
  sha256: (text) => hash('sha256', text, 'base64url'),
  hmac: (key, text) => hmacSha256(key, text).slice(0, 22),
  seal: sealBox,
  open: openBox,
  random: (bytes) => randomBytes(bytes),
};
