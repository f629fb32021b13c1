import { expect, test } from '@jest/globals';
import type { VaultEntry } from '@ledgerline/kernel';
import { randomBytes } from 'node:crypto';
import { isPublicKey, openEntries, publicKeyOf, sealEntries } from './key-hand-over.js';

const [reader, other] = [randomBytes(32), randomBytes(32)];
const value = new Uint8Array(randomBytes(32));
const entries: readonly VaultEntry[] = [
  { kind: 'person', id: 'a'.repeat(24), value },
  { kind: 'secret', id: 'ids-of-hub', value },
  { kind: 'destroyed', id: 'b'.repeat(24) },
];

test('what is sealed for a reader is what that reader opens', async () => {
  expect(await openEntries(await sealEntries(entries, publicKeyOf(reader)), reader)).toEqual(entries);
});

test('nobody else opens it, and nothing of it stands in the text', async () => {
  const sealed = await sealEntries(entries, publicKeyOf(reader));
  await expect(openEntries(sealed, other)).rejects.toThrow();
  const pieces = sealed.split('.').map((piece) => Buffer.from(piece, 'base64url').toString('latin1'));
  for (const piece of pieces) expect(piece).not.toContain(Buffer.from(value).toString('latin1'));
  expect(pieces.join()).not.toContain('a'.repeat(24));
});

test('a changed text is refused', async () => {
  const sealed = await sealEntries(entries, publicKeyOf(reader));
  const middle = Math.floor(sealed.length / 2);
  const changed = sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1);
  await expect(openEntries(changed, reader)).rejects.toThrow();
});

test.each([
  ['a key of another length', { kind: 'person', id: 'a'.repeat(24), value: value.subarray(1) }],
  ['another kind', { kind: 'other', id: 'a'.repeat(24), value }],
  ['no name', { kind: 'destroyed', id: 5 }],
])('%s is no entry', async (_what, entry) => {
  const sealed = await sealEntries([entry as unknown as VaultEntry], publicKeyOf(reader));
  await expect(openEntries(sealed, reader)).rejects.toThrow(TypeError);
});

test('a public key is 43 characters, the same each time', () => {
  expect(publicKeyOf(reader)).toBe(publicKeyOf(reader));
  expect(isPublicKey(publicKeyOf(reader))).toBe(true);
  expect(isPublicKey('x')).toBe(false);
});
