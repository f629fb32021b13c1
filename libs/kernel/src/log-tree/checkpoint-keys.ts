import { parseNote, parseVerifierKey, signerOf, signNote, verifierKey, type Ed25519, type VerifierKey } from './signed-note.js';
import type { HashBytes } from './tree-hash.js';

/** The key that signs checkpoints from some moment on, and the note that introduces it. */
export interface CheckpointKey {
  /** Counts from 1; the Vault keeps the seed as `checkpoint-key-{number}`. */
  readonly number: number;
  readonly key: VerifierKey;
  readonly at: string;
  /** Signed by the key before; the first by itself. */
  readonly note: string;
}

export interface KeyMaker {
  readonly sha256: HashBytes;
  readonly ed25519: Ed25519;
}

interface Introduction {
  readonly number: number;
  readonly origin: string;
  readonly seed: Uint8Array;
  readonly at: string;
  /** The key in use until now, with its seed. */
  readonly before?: { readonly key: VerifierKey; readonly seed: Uint8Array };
}

/** A key and the note by which the one before hands over to it. */
export function introduceKey({ number, origin, seed, at, before }: Introduction, { sha256, ed25519 }: KeyMaker): CheckpointKey {
  const key = verifierKey(origin, ed25519.publicKey(seed), sha256);
  const text = `${origin}/key\n${number}\n${key.text}\nat ${at}\n`;
  const signer = before ?? { key, seed };
  return { number, key, at, note: signNote(text, signer.key, signer.seed, ed25519) };
}

/** undefined where it is no such note; who signed it is another question. */
export function parseKeyNote(note: string, sha256: HashBytes): CheckpointKey | undefined {
  const [title = '', number = '', text = '', at = ''] = parseNote(note)?.text.split('\n') ?? [];
  const key = parseVerifierKey(text, sha256);
  if (!key || title !== `${key.name}/key` || !/^[1-9]\d{0,8}$/.test(number) || !at.startsWith('at ')) return undefined;
  return { number: Number(number), key, at: at.slice(3), note };
}

/**
 * The keys that follow from those that are trusted: each note that one of them has signed makes another one trusted. Where
 * nobody names any, the first one introduced is taken at its word, if it has signed that: then only what came after it is shown.
 */
export function trustedKeys(
  notes: readonly string[],
  named: readonly VerifierKey[],
  { sha256, ed25519 }: KeyMaker,
): readonly VerifierKey[] {
  const introduced = notes.flatMap((note) => parseKeyNote(note, sha256) ?? []).sort((one, other) => one.number - other.number);
  const first = introduced[0];
  const trusted = [...named];
  if (trusted.length === 0 && first && isSignedBy(first.note, [first.key], ed25519)) trusted.push(first.key);
  for (const { key, note } of introduced) {
    if (trusted.some(({ text }) => text === key.text)) continue;
    if (isSignedBy(note, trusted, ed25519)) trusted.push(key);
  }
  return trusted;
}

function isSignedBy(note: string, keys: readonly VerifierKey[], ed25519: Ed25519): boolean {
  const signed = parseNote(note);
  return signed !== undefined && signerOf(signed, keys, ed25519) !== undefined;
}
