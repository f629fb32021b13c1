import { base64Bytes, parseCheckpoint, storedOf, type Position } from '@ledgerline/kernel';
import type { LogItem } from '@ledgerline/host';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { addAbortSignal } from 'node:stream';
import { Refused } from '../outcome.js';

const hashLength = 32;

export type ExportEnd = { readonly commits: number; readonly position: Position | null; readonly digest: string };

const commitShape = /^\{"commit":(.*),"hash":"([^"]*)","position":"([^"]*)"\}$/s;

/** The lines of a file, `-` of stdin. */
export function linesOf(file: string, signal: AbortSignal): AsyncIterable<string> {
  const input = addAbortSignal(signal, file === '-' ? process.stdin : createReadStream(file));
  return createInterface({ input, crlfDelay: Infinity });
}

/** What the lines of an export say. The facts beside the bytes are taken from the bytes. @throws Refused where a line is none of an export */
export async function* exportItems(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<LogItem | { readonly end: ExportEnd }> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    yield parsed(line) ?? refuse(`line ${number} is no line of an export: ${line.slice(0, 60)}`);
  }
}

function refuse(message: string): never {
  throw new Refused('not-an-export', message);
}

function parsed(line: string): LogItem | { readonly end: ExportEnd } | undefined {
  const [, text, hash, position] = commitShape.exec(line) ?? [];
  if (text !== undefined && hash !== undefined && position !== undefined)
    return { commit: storedOf({ text, hash, position: position as Position }) };
  const { keys, leaves, checkpoint, end } = jsonOf(line);
  const bytes = typeof leaves === 'string' ? base64Bytes(leaves) : undefined;
  if (bytes && bytes.length % hashLength === 0) return { leaves: cut(bytes) };
  if (typeof checkpoint === 'string') return { checkpoint: noteOf(checkpoint) };
  if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) return { keys };
  const facts = end as ExportEnd | undefined;
  return typeof facts?.commits === 'number' && typeof facts.digest === 'string' ? { end: facts } : undefined;
}

function cut(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: bytes.length / hashLength }, (_, n) => bytes.subarray(n * hashLength, (n + 1) * hashLength));
}

/** What is no checkpoint is one that nobody signed. */
function noteOf(note: string) {
  return parseCheckpoint(note) ?? { origin: '', size: 0, root: new Uint8Array(hashLength), note };
}

function jsonOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
