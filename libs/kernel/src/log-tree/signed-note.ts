import type { HashBytes } from './tree-hash.js';

/** Ed25519 (RFC 8032), as a port because the kernel imports nothing. Seeds and public keys have 32 bytes, signatures 64. */
export interface Ed25519 {
  publicKey(seed: Uint8Array): Uint8Array;
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array;
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** Whose signature counts: a name and an Ed25519 key, written `name+id+key` (C2SP signed-note, "verifier keys"). */
export interface VerifierKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
  /** 8 hexadecimal digits. */
  readonly id: string;
  readonly text: string;
}

interface Signature {
  readonly name: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** A text with signatures under it (C2SP signed-note). */
export interface SignedNote {
  /** Ends with a line feed. */
  readonly text: string;
  readonly signatures: readonly Signature[];
}

const ed25519Algorithm = 1;
const keyName = /^[^\s+]{1,200}$/;
const signatureLine = /^— ([^\s+]{1,200}) ([A-Za-z0-9+/]+=*)$/;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function verifierKey(name: string, publicKey: Uint8Array, sha256: HashBytes): VerifierKey {
  if (!keyName.test(name)) throw new TypeError(`not a key name: ${name.slice(0, 100)}`);
  const algorithmAndKey = new Uint8Array([ed25519Algorithm, ...publicKey]);
  const id = sha256(new Uint8Array([...bytesOf(`${name}\n`), ...algorithmAndKey]))
    .slice(0, 4)
    .toHex();
  return { name, publicKey, id, text: `${name}+${id}+${algorithmAndKey.toBase64()}` };
}

/** undefined where the text is none, or its id is not that of its key. */
export function parseVerifierKey(text: string, sha256: HashBytes): VerifierKey | undefined {
  const [, name = '', id = '', base64 = ''] = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  const bytes = base64Bytes(base64);
  if (bytes?.length !== 33 || bytes[0] !== ed25519Algorithm) return undefined;
  const key = verifierKey(name, bytes.slice(1), sha256);
  return key.id === id ? key : undefined;
}

export function signNote(text: string, key: VerifierKey, seed: Uint8Array, { sign }: Ed25519): string {
  const signature = new Uint8Array([...Uint8Array.fromHex(key.id), ...sign(seed, bytesOf(text))]);
  return `${text}\n— ${key.name} ${signature.toBase64()}\n`;
}

/** undefined where the text is no signed note; nothing is checked yet. */
export function parseNote(note: string): SignedNote | undefined {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return undefined;
  const signatures: Signature[] = [];
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [, name, base64] = signatureLine.exec(line) ?? [];
    const bytes = base64 === undefined ? undefined : base64Bytes(base64);
    if (name === undefined || bytes === undefined || bytes.length < 5) return undefined;
    signatures.push({ name, id: bytes.slice(0, 4).toHex(), bytes: bytes.slice(4) });
  }
  return { text: note.slice(0, split + 1), signatures };
}

/** The key, of those that are trusted, whose signature stands under the note; undefined: none does. */
export function signerOf(note: SignedNote, trusted: readonly VerifierKey[], { verify }: Ed25519): VerifierKey | undefined {
  return trusted.find((key) =>
    note.signatures.some(
      ({ name, id, bytes }) => name === key.name && id === key.id && verify(key.publicKey, bytesOf(note.text), bytes),
    ),
  );
}

export function base64Bytes(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
  } catch (error) {
    if ((error as Error).name === 'SyntaxError') return undefined;
    throw error;
  }
}
