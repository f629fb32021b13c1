import type { Cryptography } from '../cryptography.js';
import type { Commit, StoredCommit, StreamName } from '../commit.js';
import { LogCheck } from '../log-check.js';
import type { MisfitName } from '../misfit.js';
import type { Position } from '../position.js';
import { parseCheckpoint } from './checkpoint.js';
import { trustedKeys, type KeyMaker } from './checkpoint-keys.js';
import { base64Bytes, signerOf, type VerifierKey } from './signed-note.js';
import { hashBytesOf } from './tree-check.js';
import { isEqual, leafHash } from './tree-hash.js';
import { rootOfInclusion } from './tree-proofs.js';

/** One commit with the path from its leaf to the root of a checkpoint; without one where it was written after that. */
export interface ProvenCommit {
  /** The exact bytes (UTF-8). */
  readonly text: string;
  readonly hash: string;
  readonly position: Position;
  /** Its place in the log, counted from 0. */
  readonly leaf: number;
  /** base64, nearest first. */
  readonly path?: readonly string[];
}

/** A stream that can be checked by itself: every commit of it, a signed checkpoint, and the keys' notes. */
export interface StreamProof {
  readonly format: 'ledgerline-proof/1';
  readonly stream: StreamName;
  readonly keys: readonly string[];
  readonly checkpoint: string;
  readonly commits: readonly ProvenCommit[];
}

export interface ProofFault {
  readonly fault: MisfitName | 'checkpoint-forged' | 'not-in-the-signed-log' | 'not-a-proof';
  readonly position: Position | null;
  readonly stream?: StreamName;
  readonly version?: number;
  readonly expected: string;
  readonly found: string;
}

export interface CheckedProof {
  readonly commits: number;
  /** How many of them stand in the signed tree; the rest was written after it. */
  readonly signed: number;
  readonly size: number;
  readonly at?: string;
  readonly key?: string;
  readonly fault?: ProofFault;
}

/** The first thing that does not fit about a stream and its proof: bytes, chain, signature, places in the signed tree. */
export function checkStreamProof(
  proof: StreamProof,
  maker: KeyMaker & { readonly cryptography: Pick<Cryptography, 'sha256'> },
  keys: readonly VerifierKey[] = [],
): CheckedProof {
  const checkpoint = parseCheckpoint(proof.checkpoint);
  const signer = checkpoint && signerOf(checkpoint.signed, trustedKeys(proof.keys, keys, maker), maker.ed25519);
  if (!checkpoint || signer?.name !== checkpoint.origin) {
    const fault = { fault: 'checkpoint-forged', position: null, expected: 'a signature of a key that is known' } as const;
    return { commits: 0, signed: 0, size: checkpoint?.size ?? 0, fault: { ...fault, found: 'none' } };
  }
  const check = new LogCheck(maker.cryptography, false);
  let [signed, lastLeaf] = [0, -1];
  const told = () => ({
    commits: check.checked.commits,
    signed,
    size: checkpoint.size,
    ...(checkpoint.at === undefined ? {} : { at: checkpoint.at }),
    key: signer.text,
  });
  for (const commit of proof.commits) {
    const stored = storedOf(commit);
    const [misfit] = check.next(stored);
    if (misfit) return { ...told(), fault: misfit };
    const place = { position: commit.position, stream: stored.stream, version: stored.first };
    if (stored.stream !== proof.stream)
      return { ...told(), fault: { fault: 'facts-differ', ...place, expected: proof.stream, found: stored.stream } };
    const late = commit.leaf >= checkpoint.size && commit.path === undefined;
    if (commit.leaf <= lastLeaf || !(late || isIn(commit, checkpoint, maker)))
      return { ...told(), fault: { fault: 'not-in-the-signed-log', ...place, ...notIn(commit, checkpoint.size) } };
    lastLeaf = commit.leaf;
    if (!late) signed += 1;
  }
  return told();
}

function isIn(
  { hash, leaf, path = [] }: ProvenCommit,
  { size, root }: { readonly size: number; readonly root: Uint8Array },
  { sha256 }: KeyMaker,
): boolean {
  const hashes = path.map((text) => base64Bytes(text) ?? new Uint8Array(0));
  const found = rootOfInclusion(leafHash(hashBytesOf(hash), sha256), { leaf, size, path: hashes }, sha256);
  return found !== undefined && isEqual(found, root);
}

function notIn({ leaf, hash }: ProvenCommit, size: number): { readonly expected: string; readonly found: string } {
  return { expected: `a path to the root over ${size} commits`, found: `commit ${leaf + 1} with the hash ${hash} is not there` };
}

/** True for what has the shape of a proof; whether it proves anything is another question. */
export function isStreamProof(value: unknown): value is StreamProof {
  const { format, stream, keys, checkpoint, commits } = (value ?? {}) as Partial<StreamProof>;
  return (
    format === 'ledgerline-proof/1' &&
    typeof stream === 'string' &&
    typeof checkpoint === 'string' &&
    areTexts(keys) &&
    Array.isArray(commits) &&
    commits.every(isProven)
  );
}

function isProven(value: unknown): boolean {
  const { text, hash, position, leaf, path } = (value ?? {}) as Partial<ProvenCommit>;
  return areTexts([text, hash, position]) && Number.isSafeInteger(leaf) && (path === undefined || areTexts(path));
}

function areTexts(values: unknown): boolean {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}

/** The facts beside the bytes are those inside. */
export function storedOf({ text, hash, position }: Pick<ProvenCommit, 'text' | 'hash' | 'position'>): StoredCommit {
  const { stream = 'unknown.stream', first = 0, previous = null, events = [] } = parsed(text);
  return { stream, first, last: first + events.length - 1, previous, hash, text, position };
}

function parsed(text: string): Partial<Commit> {
  try {
    return (JSON.parse(text) ?? {}) as Partial<Commit>;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
