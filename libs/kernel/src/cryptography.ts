/**
 * The cryptography that the envelope rests on, as a port because the kernel imports nothing (the adapter is
 * `node:crypto`). Texts are hashed as UTF-8; digests are base64url without padding.
 */
export interface Cryptography {
  /** SHA-256, 43 characters. */
  sha256(text: string): string;
  /** HMAC-SHA-256 cut to 128 bits, 22 characters. */
  hmac(key: Uint8Array, text: string): string;
  /** AES-256-GCM: base64url of nonce (12 bytes), ciphertext, tag (16 bytes). `place` is authenticated with it. */
  seal(key: Uint8Array, text: string, place: string): string;
  /** @throws Error where the box was changed, belongs to another place or was sealed with another key. */
  open(key: Uint8Array, box: string, place: string): string;
  /** So many random bytes. */
  random(bytes: number): Uint8Array;
}
