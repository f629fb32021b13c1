import { pointsOf } from '@ledgerline/kernel';
import type { History } from '../open-history.js';
import type { ExaminedSpan } from './examined-span.js';
import { itemsAfter, logItems } from './log-items.js';
import { LogWalk } from './log-walk.js';
import { SignedOver } from './signed-over.js';
import { SpanReader } from './span-reader.js';
import { spansAhead } from './spans-ahead.js';
import type { Verification, VerificationOptions } from './verification.js';
import { verifyLog, walkThrough } from './verify-log.js';

const nothingKept = new Uint8Array(0);

export interface HistoryOptions extends Omit<VerificationOptions, 'gapless'> {
  /** Commits that are looked at in one go; a power of two, 2,048 unless given. */
  readonly spanLength?: number;
}

/**
 * A log up to the end that it has now, with the tree that was signed over it. One in a folder is looked at span by span, by several threads where it is long; from the
 * first span on about which anything does not fit it is walked through commit after commit, so that what is wrong is named by one walk, whoever found it.
 */
export async function verifyHistory(
  { store, trees, folder }: Pick<History, 'store' | 'trees' | 'folder'>,
  { spanLength: length = 2_048, ...options }: HistoryOptions,
  signal: AbortSignal,
): Promise<Verification> {
  const asked = { ...options, gapless: store.capabilities.gapless ?? false };
  if (folder === undefined || !asked.gapless) return verifyLog(logItems(store, trees, signal), asked);
  const signed = trees && (await SignedOver.of(trees));
  const to = await store.end();
  const [end = { log: '', epoch: '', sequence: 0 }] = pointsOf(to) ?? [];
  const walk = new LogWalk(asked);
  const found = signed && walk.next({ keys: signed.keys });
  if (found) return found;
  const reader = new SpanReader(store, end, length);
  const spans = spansAhead(reader, { folder, end, length }, signal);
  const size = await walkSpans(spans, { reader, walk, signed, onPage: options.onPage });
  return walkThrough(itemsAfter(size, { store, signed, after: reader.position(size), to }, signal), walk, asked);
}

interface SpanWalk {
  readonly onPage: VerificationOptions['onPage'] | undefined;
  readonly reader: SpanReader;
  readonly walk: LogWalk;
  readonly signed: SignedOver | undefined;
}

/** @returns the commits of the spans that fit, up to the first that does not */
async function walkSpans(
  spans: AsyncIterable<ExaminedSpan | undefined>,
  { reader, walk, signed, onPage }: SpanWalk,
): Promise<number> {
  let [n, size] = [0, 0];
  for await (const examined of spans) {
    const end = reader.endOf(n);
    const checkpoints = (await signed?.takeUpTo(end)) ?? [];
    const kept = (await signed?.leafBytes(size, end)) ?? nothingKept;
    if (!examined || !walk.span(examined, { kept, checkpoints })) {
      signed?.putBack(checkpoints);
      return size;
    }
    [n, size] = [n + 1, end];
    onPage?.(walk.check.checked);
  }
  return size;
}
