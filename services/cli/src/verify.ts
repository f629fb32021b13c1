import { sha256Bytes } from '@ledgerline/adapter-crypto';
import { readConfiguration, type Verification } from '@ledgerline/host';
import {
  parseCheckpoint,
  parseVerifierKey,
  pointsOf,
  type Position,
  type SignedCheckpoint,
  type VerifierKey,
} from '@ledgerline/kernel';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { answer, answeringCommand, type Answer } from './answer.js';
import { verificationWords } from './log/fault-words.js';
import { WrongUse } from './outcome.js';
import type { Against } from './verify/against.js';
import { verifyFile } from './verify/verify-file.js';
import { verifyHere } from './verify/verify-here.js';
import { verifyProof } from './verify/verify-proof.js';

interface Options {
  readonly file?: string;
  readonly proof?: string;
  readonly expect?: string;
  readonly checkpoint?: string;
  readonly key?: readonly string[];
}

/** `ledgerline verify`: the log, an export of it or one ticket with its proof, against ADR 0001 and 0020. Reads; beside a running installation too. */
export function verifyCommand(): Command {
  return answeringCommand('verify', 'check that the log is whole: bytes, hashes, chains, versions, positions, signed checkpoints')
    .option('--file <file>', 'check an export instead of the log; - reads it from stdin')
    .option('--proof <file>', 'check one ticket with its proof (export --ticket)')
    .option('--checkpoint <file>', 'compare with a signed checkpoint that was kept elsewhere')
    .option('--key <key...>', 'keys whose signatures count (name+id+key); else the first that the log itself introduces')
    .option('--expect <position=digest>', 'compare with a digest that an earlier verify or export told')
    .action(
      answer<Options>(async ({ options, signal }) => {
        const against = await whatWasKept(options);
        if (options.proof !== undefined) return verifyProof(options.proof, against.keys);
        const verification =
          options.file === undefined
            ? await verifyHere(readConfiguration(process.env), against, signal)
            : await verifyFile(options.file, against, signal);
        return verdict(verification);
      }),
    );
}

function verdict(verification: Verification): Answer {
  const { checked, signed, fault, affected } = verification;
  const whole = fault === undefined;
  const result = { whole, ...checked, signed, fault: fault ?? null, ...(affected ? { affected } : {}) };
  return { result, words: verificationWords(verification), refused: !whole };
}

async function whatWasKept({ expect, checkpoint, key = [] }: Options): Promise<Against> {
  return {
    ...(expect === undefined ? {} : { expected: parsedExpectation(expect) }),
    kept: checkpoint === undefined ? [] : [parsedCheckpoint(await readFile(checkpoint, 'utf8'), checkpoint)],
    keys: key.map(parsedKey),
  };
}

/** `main.1a2b3c4d.120=hD3…`, as verify prints it. */
function parsedExpectation(text: string): { readonly position: Position; readonly digest: string } {
  const [, position = '', digest = ''] = /^([^=]+)=([A-Za-z0-9_-]{43})$/.exec(text) ?? [];
  if (!pointsOf(position)) throw new WrongUse(`--expect is "${text}"; it is POSITION=DIGEST, as verify and export print it`);
  return { position: position as Position, digest };
}

function parsedCheckpoint(note: string, file: string): SignedCheckpoint {
  const checkpoint = parseCheckpoint(note);
  if (!checkpoint) throw new WrongUse(`${file} is no checkpoint (C2SP tlog-checkpoint)`);
  return checkpoint;
}

function parsedKey(text: string): VerifierKey {
  const key = parseVerifierKey(text, sha256Bytes);
  if (!key) throw new WrongUse(`--key is "${text}"; it is NAME+ID+KEY, as "ledgerline keys" prints it`);
  return key;
}
