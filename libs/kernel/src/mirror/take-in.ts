import type { SealedCommit, StreamName } from '../commit.js';
import type { EventStore } from '../event-store.js';
import { siteOf } from './homes.js';
import type { MirrorFault } from './mirrored-commit.js';

/** What became of commits that were to be taken in; after a fault nothing that follows was tried. */
export interface TakenIn {
  readonly appended: number;
  readonly fault?: { readonly why: MirrorFault; readonly stream: StreamName; readonly version: number };
}

export interface TakingIn {
  readonly store: Pick<EventStore, 'append' | 'load'>;
  /** Appends in the stream's turn (`CommandHandling.letIn`), so that nobody goes on with what memory holds of it. */
  readonly letIn: <Result>(stream: StreamName, append: () => Promise<Result>) => Promise<Result>;
  /** The installation that a stream has to be of already, where it goes on; any where it is left out. */
  readonly site?: string;
}

/** Commits of different streams that are on their way to the disk together, at most. */
const abreast = 256;

/**
 * Appends another installation's commits as they are, in their order: the same bytes, versions and hashes, at positions of this log. What is
 * there already is passed over; where something is missing, or something else is there, it stops.
 * @throws what `EventStore.append` throws: then the same commits may be given again
 */
export async function takeIn(commits: readonly SealedCommit[], parts: TakingIn): Promise<TakenIn> {
  let appended = 0;
  for (const wave of wavesOf(commits)) {
    const outcomes = await Promise.all(wave.map((commit) => parts.letIn(commit.stream, () => takeInOne(commit, parts))));
    appended += outcomes.filter((outcome) => outcome === 'appended').length;
    for (const [place, outcome] of outcomes.entries()) {
      if (outcome === 'appended' || outcome === 'repeated') continue;
      const { stream, first } = wave[place] as SealedCommit;
      return { appended, fault: { why: outcome, stream, version: first } };
    }
  }
  return { appended };
}

async function takeInOne(commit: SealedCommit, { store, site }: TakingIn): Promise<'appended' | 'repeated' | MirrorFault> {
  const { stream, first, previous, hash } = commit;
  if (site !== undefined && first > 1) {
    const [before] = await store.load(stream, { after: first - 2 });
    if (before !== undefined && siteOf(before) !== site) return 'not-its-own';
  }
  if ((await store.append(commit)).kind === 'appended') return 'appended';
  const around = await store.load(stream, { after: Math.max(0, first - 2), fresh: true });
  const there = around.find((one) => one.last >= first);
  if (there !== undefined) return there.hash === hash ? 'repeated' : 'forked';
  const before = around.at(-1);
  return before?.last === first - 1 && before.hash !== previous ? 'forked' : 'gap';
}

/** One commit of a stream at most in each: the next one needs to be guarded by it. */
function wavesOf(commits: readonly SealedCommit[]): readonly (readonly SealedCommit[])[] {
  const waves: SealedCommit[][] = [];
  let streams = new Set<StreamName>();
  for (const commit of commits) {
    const wave = waves.at(-1);
    if (wave === undefined || wave.length >= abreast || streams.has(commit.stream)) {
      waves.push([commit]);
      streams = new Set([commit.stream]);
      continue;
    }
    wave.push(commit);
    streams.add(commit.stream);
  }
  return waves;
}
