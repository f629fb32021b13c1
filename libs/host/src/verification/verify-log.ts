import { examinedAhead } from './examine-ahead.js';
import type { LogItem } from './log-item.js';
import { LogUnreadable } from './log-pages.js';
import { LogWalk } from './log-walk.js';
import type { Verification, VerificationOptions } from './verification.js';

/**
 * Walks a log and stops at the first thing that does not fit; where commits are missing, at the stream that lacks them; where a commit
 * is not what was signed, at the checkpoint that shows it.
 */
export function verifyLog(pages: AsyncIterable<readonly LogItem[]>, options: VerificationOptions): Promise<Verification> {
  return walkThrough(pages, new LogWalk(options), options);
}

/** The rest of a log, to its end. */
export async function walkThrough(
  pages: AsyncIterable<readonly LogItem[]>,
  walk: LogWalk,
  { onPage }: Pick<VerificationOptions, 'onPage'>,
): Promise<Verification> {
  try {
    for await (const { items, findings } of examinedAhead(pages)) {
      let commits = 0;
      for (const item of items) {
        const found = walk.next(item, findings, commits);
        if (found) return found;
        if ('commit' in item) commits += 1;
      }
      onPage?.(walk.check.checked);
    }
  } catch (error) {
    if (!(error instanceof LogUnreadable)) throw error;
    return walk.unreadable(error);
  }
  return walk.end();
}
