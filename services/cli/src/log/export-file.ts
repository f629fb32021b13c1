import { openCommit, type Checked, type Commit, type Position, type StoredCommit } from '@ledgerline/kernel';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { addAbortSignal } from 'node:stream';
import { Refused } from '../outcome.js';

/**
 * An exported log: a line a commit, its canonical bytes as they are, then a line that says where it ends. The bytes stand between
 * `{"commit":` and `,"hash":"`, so that any SHA-256 can check them.
 */
export function commitLine({ text, hash, position }: StoredCommit): string {
  return `{"commit":${text},"hash":"${hash}","position":"${position}"}\n`;
}

export function endLine({ commits, position, digest }: Checked): string {
  return `${JSON.stringify({ end: { commits, position: position ?? null, digest } })}\n`;
}

export type ExportEnd = { readonly commits: number; readonly position: Position | null; readonly digest: string };

const commitShape = /^\{"commit":(.*),"hash":"([^"]*)","position":"([^"]*)"\}$/s;

/** Reads an export, `-` from stdin. The facts beside the bytes are taken from the bytes. @throws Refused where a line is none of an export */
export async function* exportLines(file: string, signal: AbortSignal): AsyncGenerator<StoredCommit | ExportEnd> {
  let number = 0;
  const input = addAbortSignal(signal, file === '-' ? process.stdin : createReadStream(file));
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    yield parsed(line) ?? refuse(`${file}: line ${number} is no line of an export: ${line.slice(0, 60)}`);
  }
}

function refuse(message: string): never {
  throw new Refused('not-an-export', message);
}

function parsed(line: string): StoredCommit | ExportEnd | undefined {
  const [, text, hash, position] = commitShape.exec(line) ?? [];
  if (text === undefined || hash === undefined || position === undefined) return endOf(line);
  return { ...factsIn(text), hash, text, position: position as Position };
}

/** Of bytes that are no commit the check says so; the facts do not matter then. */
function factsIn(text: string): Pick<StoredCommit, 'stream' | 'first' | 'last' | 'previous'> {
  try {
    const { stream, first, previous, events } = openCommit({ text }) as Partial<Commit>;
    return {
      stream: stream ?? 'unknown.stream',
      first: first ?? 0,
      last: (first ?? 0) + (events?.length ?? 0) - 1,
      previous: previous ?? null,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return { stream: 'unknown.stream', first: 0, last: 0, previous: null };
    throw error;
  }
}

function endOf(line: string): ExportEnd | undefined {
  try {
    const { end } = JSON.parse(line) as { end?: ExportEnd };
    return typeof end?.commits === 'number' && typeof end.digest === 'string' ? end : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
