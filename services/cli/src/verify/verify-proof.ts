import { ed25519, nodeCryptography, sha256Bytes } from '@ledgerline/adapter-crypto';
import { checkStreamProof, isStreamProof, type StreamProof, type VerifierKey } from '@ledgerline/kernel';
import { readFile } from 'node:fs/promises';
import type { Answer } from '../answer.js';
import { proofWords } from '../log/fault-words.js';
import { Refused } from '../outcome.js';

const maker = { ed25519, sha256: sha256Bytes, cryptography: nodeCryptography };

/** One ticket with its proof, without the installation. */
export async function verifyProof(file: string, keys: readonly VerifierKey[]): Promise<Answer> {
  const proof = proofIn(await readFile(file, 'utf8'));
  if (!proof) throw new Refused('not-a-proof', `${file} is no proof as "export --ticket" writes it`);
  const checked = checkStreamProof(proof, maker, keys);
  const result = { holds: !checked.fault, stream: proof.stream, ...checked, fault: checked.fault ?? null };
  return { result, words: proofWords(checked), refused: checked.fault !== undefined };
}

function proofIn(text: string): StreamProof | undefined {
  try {
    const proof: unknown = JSON.parse(text);
    return isStreamProof(proof) ? proof : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
