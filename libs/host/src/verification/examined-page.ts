import type { SoundCommit, StoredCommit } from '@ledgerline/kernel';

const hashLength = 32;
const columns = 6;

/** What a thread is given of a page: stream, first, last, previous, hash, text of each commit, one after the other; plain values cross threads for less. */
export type WrittenPage = readonly (string | number | null)[];

/** What it found out. Of a commit that is not surely sound it counts no events: whoever walks through the log looks at it closely. */
export interface PageFindings {
  readonly events: Uint32Array<ArrayBuffer>;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Leaf hashes, one after the other. */
  readonly leaves: Uint8Array<ArrayBuffer>;
}

export function writtenPage(commits: readonly StoredCommit[]): WrittenPage {
  const written: (string | number | null)[] = [];
  for (const { stream, first, last, previous, hash, text } of commits) written.push(stream, first, last, previous, hash, text);
  return written;
}

export type CommitInPage = Omit<StoredCommit, 'position'>;

export function* commitsOf(page: WrittenPage): Generator<CommitInPage> {
  for (let at = 0; at < page.length; at += columns) {
    const [stream, first, last] = [page[at], page[at + 1], page[at + 2]] as [CommitInPage['stream'], number, number];
    const [previous, hash, text] = [page[at + 3], page[at + 4], page[at + 5]] as [string | null, string, string];
    yield { stream, first, last, previous, hash, text };
  }
}

/** The n-th commit of a page, where it is surely sound. */
export function soundIn({ events, from, to }: PageFindings, n: number): SoundCommit | undefined {
  const count = events[n] ?? 0;
  return count === 0 ? undefined : { events: count, from: from[n] as string, to: to[n] as string };
}

export function leafIn({ leaves }: PageFindings, n: number): Uint8Array {
  return leaves.subarray(n * hashLength, (n + 1) * hashLength);
}

/** @param examine what is found out about one commit @param leafOf its leaf */
export function findingsOf(
  page: WrittenPage,
  examine: (commit: CommitInPage) => SoundCommit | undefined,
  leafOf: (hash: string) => Uint8Array,
): PageFindings {
  const count = page.length / columns;
  const findings = {
    events: new Uint32Array(count),
    from: [] as string[],
    to: [] as string[],
    leaves: new Uint8Array(count * hashLength),
  };
  let n = 0;
  for (const commit of commitsOf(page)) {
    const sound = examine(commit);
    findings.events[n] = sound?.events ?? 0;
    findings.from.push(sound?.from ?? '');
    findings.to.push(sound?.to ?? '');
    findings.leaves.set(leafOf(commit.hash), n * hashLength);
    n += 1;
  }
  return findings;
}
