import { idOf, type DecodedCommit, type FactAnswer, type FactStore, type StreamName } from '@ledgerline/kernel';

interface Memory {
  get(stream: StreamName): object | undefined;
}

/** Streams of these commits that began before them, of those that memory lacks. */
export function begunEarlier(commits: readonly DecodedCommit[], memories: readonly Memory[]): ReadonlySet<StreamName> {
  const begun = new Set<StreamName>();
  const earlier = new Set<StreamName>();
  for (const { stream, first } of commits)
    if (first === 1) begun.add(stream);
    else if (!begun.has(stream) && memories.every((one) => one.get(stream) === undefined)) earlier.add(stream);
  return earlier;
}

/** What the facts have of them, in one look over the table: it is in no order of ids. @param columns and the table, as a selection */
export async function factsOf(
  streams: ReadonlySet<StreamName>,
  columns: string,
  facts: Pick<FactStore, 'ask'>,
): Promise<readonly FactAnswer[]> {
  if (streams.size === 0) return [];
  const ids = [...streams].map(idOf).join(' ');
  return facts.ask(`${columns} WHERE id IN (SELECT unnest(string_split($ids, ' ')))`, { ids });
}
