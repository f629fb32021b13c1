import type { Cryptography } from '@ledgerline/kernel';
import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import { hmacSha256 } from './hmac-sha256.js';
import { pooledRandom } from './pooled-random.js';

export { pooledRandom };

const nonceBytes = 12;
const tagBytes = 16;

/** The kernel's Cryptography over `node:crypto`. */
export const nodeCryptography: Cryptography = {
  sha256: (text) => hash('sha256', text, 'base64url'),
  hmac: (key, text) => hmacSha256(key, text).slice(0, 22),
  seal(key, text, place) {
    const nonce = pooledRandom(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(place));
    const sealed = cipher.update(text, 'utf8');
    const rest = cipher.final();
    return Buffer.concat([nonce, sealed, rest, cipher.getAuthTag()]).toString('base64url');
  },
  open(key, box, place) {
    const bytes = Buffer.from(box, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
    return decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes), undefined, 'utf8') + decipher.final('utf8');
  },
  random: (bytes) => randomBytes(bytes),
};
