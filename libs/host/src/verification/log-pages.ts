import { pointsOf, type EventStore, type Position, type StoredCommit } from '@ledgerline/kernel';
import { setTimeout as delay } from 'node:timers/promises';

const pageSize = 500;
/** Milliseconds for a copy of a replicated log to catch up with what its leader told. */
const patience = 5_000;

/** The log cannot be read on from here. */
export class LogUnreadable extends Error {
  override readonly name = 'LogUnreadable';
  readonly code = 'log-unreadable';

  constructor(
    readonly after: Position | undefined,
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`the log cannot be read after ${after ?? 'its beginning'}: ${why}`, options);
  }
}

/** Lets signals and timers have their turn in a long run of synchronous work. @throws the signal's reason */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

/**
 * The commits after a position (else from the beginning) up to another one (else the end that the log has now: others may go on
 * writing). @throws LogUnreadable
 */
export async function* logPages(
  store: EventStore,
  signal: AbortSignal,
  span: { readonly after?: Position | undefined; readonly to?: Position } = {},
): AsyncGenerator<readonly StoredCommit[]> {
  const end = span.to ?? (await store.end());
  let after = span.after;
  let limit = pageSize;
  let until = performance.now() + patience;
  while (sequenceOf(end) > 0 && (after === undefined || store.compare(after, end) < 0)) {
    await breathe(signal);
    let page: readonly StoredCommit[];
    try {
      page = await store.read(after, limit);
    } catch (error) {
      if (limit === 1) throw new LogUnreadable(after, error instanceof Error ? error.message : String(error), { cause: error });
      limit = 1;
      continue;
    }
    const commits = upTo(end, page, store);
    if (commits.length === 0) {
      if (performance.now() > until) throw new LogUnreadable(after, `nothing follows, though it ends at ${end}`);
      await delay(20);
      continue;
    }
    yield commits;
    after = commits.at(-1)?.position;
    until = performance.now() + patience;
  }
}

/** Positions are compared one by one only on the page that goes beyond the end. */
function upTo(end: Position, page: readonly StoredCommit[], store: EventStore): readonly StoredCommit[] {
  const last = page.at(-1);
  if (!last || store.compare(last.position, end) <= 0) return page;
  return page.filter(({ position }) => store.compare(position, end) <= 0);
}

/** How many commits lie up to a position of one gapless log; for progress, not for order. */
export function sequenceOf(position: Position): number {
  return (pointsOf(position) ?? []).reduce((sum, { sequence }) => sum + sequence, 0);
}
