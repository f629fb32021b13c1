import { createCipheriv, createDecipheriv } from 'node:crypto';
import { pooledRandom } from './pooled-random.js';

const nonceBytes = 12;
const tagBytes = 16;

/** A box and its place are put together here, where they fit: nothing runs between writing and reading. */
const boxRoom = Buffer.allocUnsafeSlow(16_384);
const placeRoom = Buffer.allocUnsafeSlow(256);

/** AES-256-GCM: base64url of nonce, ciphertext, tag. `place` is authenticated with it. */
export function sealBox(key: Uint8Array, text: string, place: string): string {
  const nonce = pooledRandom(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(bytesOf(place));
  const sealed = cipher.update(text, 'utf8');
  cipher.final(); // nothing more comes: GCM has no blocks to fill
  const end = nonceBytes + sealed.length;
  const box = end + tagBytes <= boxRoom.length ? boxRoom : Buffer.allocUnsafe(end + tagBytes);
  box.set(nonce);
  box.set(sealed, nonceBytes);
  box.set(cipher.getAuthTag(), end);
  return box.toString('base64url', 0, end + tagBytes);
}

/** @throws Error where the box was changed, belongs to another place or was sealed with another key */
export function openBox(key: Uint8Array, box: string, place: string): string {
  const bytes = Buffer.from(box, 'base64url');
  const end = bytes.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
  decipher.setAAD(bytesOf(place));
  decipher.setAuthTag(bytes.subarray(end));
  const plain = decipher.update(bytes.subarray(nonceBytes, end));
  decipher.final(); // throws unless the tag fits; until then nothing of the text is looked at
  return plain.toString('utf8');
}

function bytesOf(place: string): Buffer {
  return place.length * 3 <= placeRoom.length ? placeRoom.subarray(0, placeRoom.write(place)) : Buffer.from(place);
}
