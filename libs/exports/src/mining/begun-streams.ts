import { logPages } from '@ledgerline/host';
import {
  categoryOf,
  openCommit,
  type EventStore,
  type Position,
  type RecordedEvent,
  type StoredCommit,
  type StreamName,
} from '@ledgerline/kernel';

/** A log up to where it ended when the export began: others may go on writing. */
export interface LogSpan {
  readonly store: EventStore;
  readonly end: Position;
  readonly signal: AbortSignal;
}

/**
 * The first commit of each stream of some categories, in the order in which they began, page by page. A log has its streams side by side; a
 * format that wants them one after another loads each when it comes to its beginning, so that no more than a page of them is in memory.
 */
export async function* begunStreams(
  { store, end, signal }: LogSpan,
  categories: readonly string[],
): AsyncGenerator<{ readonly begun: readonly StoredCommit[]; readonly position: Position }> {
  for await (const page of logPages(store, signal, { to: end })) {
    const begun = page.filter(({ stream, first }) => first === 1 && categories.includes(categoryOf(stream)));
    yield { begun, position: (page.at(-1) as StoredCommit).position };
  }
}

/** A stream's commits as far as they lie in the span. */
export async function streamIn({ store, end }: LogSpan, stream: StreamName): Promise<readonly StoredCommit[]> {
  const commits = await store.load(stream);
  const isIn = (commit: StoredCommit | undefined) => commit === undefined || store.compare(commit.position, end) <= 0;
  return isIn(commits.at(-1)) ? commits : commits.filter(isIn);
}

/** Its events as the log holds them: what is personal stays sealed. */
export async function eventsIn(span: LogSpan, stream: StreamName): Promise<readonly RecordedEvent[]> {
  return (await streamIn(span, stream)).flatMap((commit) => openCommit(commit).events);
}
