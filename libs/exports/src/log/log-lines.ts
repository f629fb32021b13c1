import type { ExportStamp } from '@ledgerline/domain';
import type { LogItem } from '@ledgerline/host';
import type { Checked } from '@ledgerline/kernel';

/**
 * An exported log, as docs/verification.md describes it: a line a commit, its canonical bytes as they are; before them the leaves that the signed
 * tree has for them, after them the checkpoints that cover them; last a line that says where it ends. A commit's bytes stand between
 * `{"commit":` and `,"hash":"`, so that any SHA-256 can check them.
 */
export function itemLine(item: LogItem): string {
  if ('commit' in item) {
    const { text, hash, position } = item.commit;
    return `{"commit":${text},"hash":"${hash}","position":"${position}"}\n`;
  }
  if ('leaves' in item) return `${JSON.stringify({ leaves: Buffer.concat(item.leaves).toString('base64') })}\n`;
  if ('checkpoint' in item) return `${JSON.stringify({ checkpoint: item.checkpoint.note })}\n`;
  return `${JSON.stringify({ keys: item.keys })}\n`;
}

/**
 * Who took it out (R7.2), as the first line. It introduces no key, so that verifiers of any release pass over it: it is a mark on
 * the copy, no part of the evidence.
 */
export function stampLine(stamp: ExportStamp): string {
  return `${JSON.stringify({ keys: [], stamp })}\n`;
}

export function endLine({ commits, position, digest }: Checked): string {
  return `${JSON.stringify({ end: { commits, position: position ?? null, digest } })}\n`;
}
