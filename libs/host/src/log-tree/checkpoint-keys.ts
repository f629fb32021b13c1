import { ed25519, sha256Bytes } from '@ledgerline/adapter-crypto';
import {
  introduceKey,
  parseKeyNote,
  pointsOf,
  type CheckpointKey,
  type Position,
  type TreeStore,
  type Vault,
} from '@ledgerline/kernel';

const maker = { ed25519, sha256: sha256Bytes };

/** The Vault's name for the seed of a key: 32 bytes, made at first use. */
export function checkpointSecret(number: number): string {
  return `checkpoint-key-${number}`;
}

/** `ledgerline/{site}/{epoch}`: what checkpoints of this life of the log are about. */
export function originOf(site: string, end: Position): string {
  return `ledgerline/${site}/${pointsOf(end)?.[0]?.epoch ?? 'none'}`;
}

/** The keys that were introduced, oldest first. */
export async function checkpointKeys(trees: TreeStore): Promise<readonly CheckpointKey[]> {
  return (await trees.keyNotes()).flatMap((note) => parseKeyNote(note, sha256Bytes) ?? []);
}

/** What signs now. */
export interface Signer {
  readonly key: CheckpointKey;
  readonly seed: Uint8Array;
}

/** The last key that was introduced, with its seed; a first one where there is none. */
export async function signerNow(trees: TreeStore, vault: Vault, origin: string, at: string): Promise<Signer> {
  for (;;) {
    const key = (await checkpointKeys(trees)).at(-1);
    if (key) return { key, seed: await vault.secret(checkpointSecret(key.number)) };
    await nextKey(trees, vault, origin, at);
  }
}

/**
 * Introduces the next key: the one before hands over to it, so that whoever trusts that one trusts this. Checkpoints are signed with it
 * from the next one on.
 */
export async function nextKey(trees: TreeStore, vault: Vault, origin: string, at: string): Promise<CheckpointKey> {
  const last = (await checkpointKeys(trees)).at(-1);
  const number = (last?.number ?? 0) + 1;
  const seed = await vault.secret(checkpointSecret(number));
  const before = last && { key: last.key, seed: await vault.secret(checkpointSecret(last.number)) };
  const next = introduceKey({ number, origin, seed, at, ...(before ? { before } : {}) }, maker);
  if (!(await trees.addKeyNote(number, next.note))) throw new Error(`another key ${number} was introduced at the same time`);
  return next;
}
