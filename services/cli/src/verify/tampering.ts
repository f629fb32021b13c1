import { ed25519, nodeCryptography, sha256Bytes } from '@ledgerline/adapter-crypto';
import type { LogItem } from '@ledgerline/host';
import {
  checkpointText,
  GrowingTree,
  hashBytesOf,
  introduceKey,
  leafHash,
  LogCheck,
  parseCheckpoint,
  positionOf,
  sealCommit,
  signNote,
  type Commit,
  type SealedCommit,
  type SignedCheckpoint,
  type StoredCommit,
  type StreamName,
} from '@ledgerline/kernel';
import { endLine, itemLine } from '@ledgerline/exports';

/** What the specs of verification forge logs with: a forger who knows the format and can make every hash anew, but has no key. */
export const seeds = { ours: new Uint8Array(32).fill(1), stranger: new Uint8Array(32).fill(2) };
export const origin = 'ledgerline/main/1a';
const at = '2026-11-26T00:00:00.000Z';
const maker = { ed25519, sha256: sha256Bytes };
export const firstKey = introduceKey({ number: 1, origin, seed: seeds.ours, at }, maker);
const strangerKey = introduceKey({ number: 1, origin, seed: seeds.stranger, at }, maker);

export interface MadeLog {
  readonly commits: readonly StoredCommit[];
  readonly checkpoints: readonly SignedCheckpoint[];
  /** Leaves that are kept beside the log. */
  readonly leaves: readonly Uint8Array[];
}

export function positioned(commits: readonly SealedCommit[]): readonly StoredCommit[] {
  return commits.map((commit, n) => ({ ...commit, position: positionOf([{ log: 'main', epoch: '1a', sequence: n + 1 }]) }));
}

export function leavesOf(commits: readonly Pick<SealedCommit, 'hash'>[]): readonly Uint8Array[] {
  return commits.map(({ hash }) => leafHash(hashBytesOf(hash), sha256Bytes));
}

export function signedOver(commits: readonly StoredCommit[], size: number, seed: keyof typeof seeds = 'ours'): SignedCheckpoint {
  const tree = new GrowingTree(sha256Bytes);
  for (const leaf of leavesOf(commits.slice(0, size))) tree.append(leaf);
  const text = checkpointText({ origin, size, root: tree.root(), at, position: commits[size - 1]?.position ?? '' });
  const { key } = seed === 'ours' ? firstKey : strangerKey;
  return parseCheckpoint(signNote(text, key, seeds[seed], ed25519)) as SignedCheckpoint;
}

export function madeLog(commits: readonly StoredCommit[], sizes: readonly number[]): MadeLog {
  const checkpoints = sizes.map((size) => signedOver(commits, size));
  return { commits, checkpoints, leaves: leavesOf(commits.slice(0, sizes.at(-1) ?? 0)) };
}

/** Streams whose later commits name the hashes that their forged predecessors have now. */
export function rechained(commits: readonly SealedCommit[]): readonly StoredCommit[] {
  const tails = new Map<StreamName, { readonly last: number; readonly hash: string }>();
  const made = commits.map((sealed) => {
    const commit = JSON.parse(sealed.text) as Commit;
    const tail = tails.get(commit.stream);
    const first = (tail?.last ?? 0) + 1;
    const events = commit.events.map((event, n) => ({ ...event, version: first + n }));
    const resealed = sealCommit({ ...commit, first, previous: tail?.hash ?? null, events }, nodeCryptography);
    tails.set(commit.stream, { last: resealed.last, hash: resealed.hash });
    return resealed;
  });
  return positioned(made);
}

/** The lines of an export. */
export function exportLinesOf({ commits, checkpoints, leaves }: MadeLog): readonly string[] {
  const check = new LogCheck(nodeCryptography, false);
  const items: LogItem[] = [{ keys: [firstKey.note] }];
  for (const [n, commit] of commits.entries()) {
    const next = n % 16 === 0 ? leaves.slice(n, n + 16) : [];
    if (next.length > 0) items.push({ leaves: next });
    items.push({ commit });
    check.next(commit);
    for (const checkpoint of checkpoints) if (checkpoint.size === n + 1) items.push({ checkpoint });
  }
  const rest = leaves.slice(Math.ceil(commits.length / 16) * 16);
  if (rest.length > 0) items.push({ leaves: rest });
  for (const checkpoint of checkpoints) if (checkpoint.size > commits.length) items.push({ checkpoint });
  return [...items.map(itemLine), endLine(check.checked)].map((line) => line.trimEnd());
}
