import { openHistory, readConfiguration, type Configuration, type History } from '@ledgerline/host';
import { LogRestored, pointsOf, UnknownPosition, type Position, type StoredCommit } from '@ledgerline/kernel';
import type { Command } from 'commander';
import { answer, answeringCommand, type Answer } from './answer.js';
import { breathe } from './interruption.js';
import { exportLines, type ExportEnd } from './log/export-file.js';
import { verificationWords } from './log/fault-words.js';
import { logPages, sequenceOf } from './log/log-pages.js';
import { endsBefore, verifyLog, type Verification, type VerificationOptions } from './log/verification.js';
import { WrongUse } from './outcome.js';
import { progress } from './progress.js';

interface Options {
  readonly file?: string;
  readonly expect?: string;
}

/** `ledgerline verify`: the log, or an export of it, against ADR 0001. Reads; beside a running installation too. */
export function verifyCommand(): Command {
  return answeringCommand('verify', 'check that the log is whole: bytes, hashes, chains, versions, positions')
    .option('--file <file>', 'check an export instead of the log; - reads it from stdin')
    .option('--expect <position=digest>', 'compare with a digest that an earlier verify or export told')
    .action(
      answer<Options>(async ({ options, signal }) => {
        const expected = options.expect === undefined ? {} : { expected: parsedExpectation(options.expect) };
        const verification =
          options.file === undefined
            ? await verifyHere(readConfiguration(process.env), expected, signal)
            : await verifyFile(options.file, expected, signal);
        return verdict(verification);
      }),
    );
}

function verdict(verification: Verification): Answer {
  const { checked, fault, affected } = verification;
  const result = { whole: fault === undefined, ...checked, fault: fault ?? null, ...(affected ? { affected } : {}) };
  return { result, words: verificationWords(verification), refused: fault !== undefined };
}

/** `main.1a2b3c4d.120=hD3…`, as verify prints it. */
function parsedExpectation(text: string): { readonly position: Position; readonly digest: string } {
  const [, position = '', digest = ''] = /^([^=]+)=([A-Za-z0-9_-]{43})$/.exec(text) ?? [];
  if (!pointsOf(position)) throw new WrongUse(`--expect is "${text}"; it is POSITION=DIGEST, as verify and export print it`);
  return { position: position as Position, digest };
}

type Expected = Pick<VerificationOptions, 'expected'>;

async function verifyHere(configuration: Configuration, expected: Expected, signal: AbortSignal): Promise<Verification> {
  const history = await openHistory(configuration);
  try {
    const seen = await seenPositions(configuration);
    const total = sequenceOf(await history.store.end());
    const told = progress('verifying');
    const verification = await verifyLog(logPages(history.store, signal), {
      ...expected,
      gapless: history.store.capabilities.gapless ?? false,
      onPage: ({ commits }) => told.at(commits, total),
    });
    told.end();
    return verification.fault ? verification : { ...verification, ...tooShort(verification, history, seen) };
  } finally {
    await history.close();
  }
}

/** Taken before the log's end is: what is written meanwhile is no evidence. */
async function seenPositions({ store, data }: Configuration): Promise<readonly { by: string; position: Position }[]> {
  if (store !== 'sqlite') return [];
  const { positionsSeen } = await import('@ledgerline/adapter-sqlite');
  return positionsSeen(data);
}

/** Read models and process managers of this data folder that have seen more than the log has. */
function tooShort({ checked }: Verification, { store }: History, seen: Awaited<ReturnType<typeof seenPositions>>) {
  for (const { by, position } of seen)
    if (isAfter(position, checked.position, store)) return { fault: endsBefore(checked, position, by) };
  return {};
}

/** Positions of another life of the log say nothing about this one. */
function isAfter(position: Position, end: Position | undefined, store: History['store']): boolean {
  try {
    return end === undefined ? sequenceOf(position) > 0 : store.compare(position, end) > 0;
  } catch (error) {
    if (error instanceof LogRestored || error instanceof UnknownPosition) return false;
    throw error;
  }
}

async function verifyFile(file: string, expected: Expected, signal: AbortSignal): Promise<Verification> {
  let end: ExportEnd | undefined;
  async function* pages(): AsyncGenerator<readonly StoredCommit[]> {
    let page: StoredCommit[] = [];
    for await (const line of exportLines(file, signal)) {
      if ('commits' in line) end = line;
      else page.push(line);
      if (page.length < 500) continue;
      yield page;
      page = [];
      await breathe(signal);
    }
    yield page;
  }
  const told = progress('verifying');
  const verification = await verifyLog(pages(), { ...expected, gapless: true, onPage: ({ commits }) => told.at(commits) });
  told.end();
  return verification.fault ? verification : { ...verification, ...notAtItsEnd(verification, end) };
}

/** An export says itself where it ends, so that a cut one is not taken for whole. */
function notAtItsEnd({ checked }: Verification, end: ExportEnd | undefined): Pick<Verification, 'fault'> {
  const position = checked.position ?? null;
  if (!end)
    return { fault: { fault: 'ends-too-early', position, expected: 'a last line with "end"', found: 'the end of the file' } };
  if (end.position === position && end.digest === checked.digest) return {};
  const expected = `${end.position}=${end.digest}`;
  return { fault: { fault: 'digest-differs', position, expected, found: `${position}=${checked.digest}` } };
}
