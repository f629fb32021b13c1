import { hashLength } from './tree-hash.js';
import { base64Bytes, parseNote, type SignedNote } from './signed-note.js';

/** What a checkpoint says (C2SP tlog-checkpoint): of which log, how many commits, their root; then lines of our own. */
export interface Checkpointed {
  /** `ledgerline/{site}/{epoch}`: one life of one log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** RFC 3339, by the clock of who signed. */
  readonly at?: string;
  /** Position of the last commit. */
  readonly position?: string;
}

/** A checkpoint with the text that was signed. */
export interface SignedCheckpoint extends Checkpointed {
  readonly note: string;
}

export function checkpointText({ origin, size, root, at, position }: Checkpointed): string {
  const more = [...(at === undefined ? [] : [`at ${at}`]), ...(position === undefined ? [] : [`position ${position}`])];
  return [origin, String(size), root.toBase64(), ...more, ''].join('\n');
}

/** undefined where it is no checkpoint; its signatures are not checked. */
export function parseCheckpoint(note: string): (SignedCheckpoint & { readonly signed: SignedNote }) | undefined {
  const signed = parseNote(note);
  const [origin = '', size = '', root = '', ...more] = signed?.text.slice(0, -1).split('\n') ?? [];
  const bytes = base64Bytes(root);
  if (!signed || origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || bytes?.length !== hashLength) return undefined;
  const at = lineOf(more, 'at');
  const position = lineOf(more, 'position');
  return {
    origin,
    size: Number(size),
    root: bytes,
    ...(at === undefined ? {} : { at }),
    ...(position === undefined ? {} : { position }),
    note,
    signed,
  };
}

function lineOf(lines: readonly string[], name: string): string | undefined {
  return lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
}
