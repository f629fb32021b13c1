import type { VaultEntry } from '@ledgerline/kernel';
import { CompactEncrypt, compactDecrypt, importJWK, type JWK } from 'jose';
import { createPrivateKey, createPublicKey } from 'node:crypto';

/** PKCS #8 around the 32 bytes of an X25519 key (RFC 8410, 7). */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicKeyText = /^[A-Za-z0-9_-]{43}$/;
/** Of a person's key, and of a secret. */
const keyBytes = 32;

/** What another installation seals keys to: the public half of this one's secret `link-key`, 43 characters base64url. */
export function publicKeyOf(secret: Uint8Array): string {
  return String(jwkOf(secret).x);
}

/** True for what may be a public key; whether anybody has the other half nobody can tell. */
export function isPublicKey(text: string): boolean {
  return publicKeyText.test(text);
}

/** Entries of a Vault as a JWE (RFC 7516, ECDH-ES on X25519, A256GCM) that only whoever has the reader's secret can open. */
export async function sealEntries(entries: readonly VaultEntry[], reader: string): Promise<string> {
  const plain = entries.map((entry) =>
    entry.kind === 'destroyed' ? entry : { ...entry, value: Buffer.from(entry.value).toString('base64url') },
  );
  return new CompactEncrypt(Buffer.from(JSON.stringify(plain)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(await importJWK({ kty: 'OKP', crv: 'X25519', x: reader }, 'ECDH-ES'));
}

/** @throws JOSEError where it was sealed for somebody else, or changed; TypeError where something else than entries of a Vault is in it */
export async function openEntries(sealed: string, secret: Uint8Array): Promise<readonly VaultEntry[]> {
  const key = await importJWK(jwkOf(secret), 'ECDH-ES');
  const algorithms = { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'] };
  const { plaintext } = await compactDecrypt(sealed, key, algorithms);
  return (JSON.parse(Buffer.from(plaintext).toString()) as readonly Sealed[]).map(entryOf);
}

type Sealed = Partial<Readonly<Record<keyof VaultEntry | 'value', unknown>>>;

/** What a Vault takes in it keeps for ever: a key that is none would never make room for the right one. */
function entryOf({ kind, id, value }: Sealed): VaultEntry {
  if (typeof id !== 'string' || id === '') throw new TypeError('an entry has no name');
  if (kind === 'destroyed') return { kind, id };
  const bytes = Buffer.from(String(value), 'base64url');
  if ((kind !== 'person' && kind !== 'secret') || bytes.length !== keyBytes) throw new TypeError('an entry is no key');
  return { kind, id, value: new Uint8Array(bytes) };
}

function jwkOf(secret: Uint8Array): JWK {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, secret]), format: 'der', type: 'pkcs8' });
  return { ...createPublicKey(key).export({ format: 'jwk' }), ...key.export({ format: 'jwk' }) } as JWK;
}
