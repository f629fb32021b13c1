import type { SealedCommit, StoredCommit, StreamName } from '../commit.js';
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
/** Of a commit that fits: the second time the store has just looked. */
const mostTries = 2;

/**
 * Appends another installation's commits as they are, in their order: the same bytes, versions and hashes, at positions of this log. What is
 * there already is passed over; where something is missing, or something else is there, it stops.
 * @throws what `EventStore.append` throws: then the same commits may be given again
 */
export async function takeIn(commits: readonly SealedCommit[], parts: TakingIn): Promise<TakenIn> {
  let appended = 0;
  const examined = new Set<StreamName>();
  for (const wave of wavesOf(commits)) {
    const outcomes = await Promise.all(
      wave.map((commit) => parts.letIn(commit.stream, () => takeInOne(commit, parts, examined))),
    );
    appended += outcomes.filter((outcome) => outcome === 'appended').length;
    for (const [place, outcome] of outcomes.entries()) {
      if (outcome === 'appended' || outcome === 'repeated') continue;
      const { stream, first } = wave[place] as SealedCommit;
      return { appended, fault: { why: outcome, stream, version: first } };
    }
  }
  return { appended };
}

/** @param examined streams that go on here and are known to be the site's: it says so of the whole stream, once */
async function takeInOne(
  commit: SealedCommit,
  { store, site }: TakingIn,
  examined: Set<StreamName>,
): Promise<'appended' | 'repeated' | MirrorFault> {
  const { stream, first, previous, hash } = commit;
  if (site !== undefined && first > 1 && !examined.has(stream)) {
    const newest = await newestOf(stream, first - 1, store);
    if (newest !== undefined && siteOf(newest) !== site) return 'not-its-own';
  }
  examined.add(stream);
  for (let tries = 0; tries < mostTries; tries += 1) {
    if ((await store.append(commit)).kind === 'appended') return 'appended';
    const here = await store.load(stream, { fresh: true });
    const there = here.find((one) => one.last >= first);
    if (there !== undefined) return there.hash === hash ? 'repeated' : 'forked';
    const before = here.at(-1);
    if (before?.last !== first - 1) return 'gap';
    if (before.hash !== previous) return 'forked';
    // It fits: the store went by what it remembered of the stream, to which another process has added since.
  }
  return 'gap';
}

/** The newest commit of a stream, which should reach a version: where it does not, what was read may be behind, and is read where it is written. */
async function newestOf(stream: StreamName, version: number, store: TakingIn['store']): Promise<StoredCommit | undefined> {
  const newest = (await store.load(stream)).at(-1);
  return (newest?.last ?? 0) >= version ? newest : (await store.load(stream, { fresh: true })).at(-1);
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
