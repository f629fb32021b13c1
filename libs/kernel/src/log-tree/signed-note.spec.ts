import { describe, expect, test } from '@jest/globals';
import { ed25519, sha256Bytes } from '@ledgerline/adapter-crypto';
import {
  checkpointText,
  introduceKey,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signerOf,
  signNote,
  trustedKeys,
  verifierKey,
  type VerifierKey,
} from './index.js';

const maker = { ed25519, sha256: sha256Bytes };
const seed = (n: number) => new Uint8Array(32).fill(n);
const keyOf = (name: string, n: number) => verifierKey(name, ed25519.publicKey(seed(n)), sha256Bytes);

describe('signed notes', () => {
  test("the example of Go's note package, whose format C2SP took over", () => {
    const key = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', sha256Bytes);
    const note = parseNote(
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
        '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
    );
    expect(note && key && signerOf(note, [key], ed25519)?.name).toBe('PeterNeumann');
    const bent = note && { ...note, text: note.text.replace('answer', 'Answer') };
    expect(bent && key && signerOf(bent, [key], ed25519)).toBeUndefined();
  });

  test('a key whose id is not that of the key is none', () => {
    const { text } = keyOf('ledgerline/main/1a', 1);
    expect(parseVerifierKey(text, sha256Bytes)?.text).toBe(text);
    expect(parseVerifierKey(text.replace('+', '+0').replace(/(\+\w{8})\w/, '$1'), sha256Bytes)).toBeUndefined();
    expect(parseVerifierKey(text.replace('main', 'else'), sha256Bytes)).toBeUndefined();
    expect(parseVerifierKey('', sha256Bytes)).toBeUndefined();
  });

  test('a checkpoint says what was signed, and nothing that is not one is taken for it', () => {
    const key = keyOf('ledgerline/main/1a', 1);
    const facts = { origin: key.name, size: 17, root: seed(9), at: '2026-11-26T00:00:00.000Z', position: 'main.1a.17' };
    const note = signNote(checkpointText(facts), key, seed(1), ed25519);
    const parsed = parseCheckpoint(note);
    expect(parsed).toMatchObject({ origin: key.name, size: 17, at: facts.at, position: facts.position });
    expect(parsed && signerOf(parsed.signed, [key], ed25519)).toBe(key);
    expect(parsed && signerOf(parsed.signed, [keyOf('ledgerline/main/1a', 2)], ed25519)).toBeUndefined();
    for (const broken of [note.replace('\n17\n', '\n017\n'), note.replace('\n17\n', '\n\n'), note.slice(0, -1), 'x\n\n', ''])
      expect(parseCheckpoint(broken)).toBeUndefined();
  });

  test('keys hand over: whoever trusts one trusts those after it, and no stranger', () => {
    const at = '2026-11-26T00:00:00.000Z';
    const origin = 'ledgerline/main/1a';
    const first = introduceKey({ number: 1, origin, seed: seed(1), at }, maker);
    const second = introduceKey({ number: 2, origin, seed: seed(2), at, before: { key: first.key, seed: seed(1) } }, maker);
    const third = introduceKey({ number: 3, origin, seed: seed(3), at, before: { key: second.key, seed: seed(2) } }, maker);
    const stranger = introduceKey({ number: 4, origin, seed: seed(4), at }, maker);
    const notes = [third, first, stranger, second].map(({ note }) => note);
    const texts = (keys: readonly VerifierKey[]) => keys.map(({ text }) => text);
    expect(texts(trustedKeys(notes, [], maker))).toEqual(texts([first.key, second.key, third.key]));
    expect(texts(trustedKeys(notes, [second.key], maker))).toEqual(texts([second.key, third.key]));
    expect(texts(trustedKeys(notes, [keyOf('other', 9)], maker))).toEqual(texts([keyOf('other', 9)]));
  });
});
