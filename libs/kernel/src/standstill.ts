import type { StoredCommit } from './commit.js';
import { FactsBeside } from './facts-beside.js';
import type { Position } from './position.js';
import { projectBatch, wantedCommits } from './project-batch.js';
import type { Projection } from './projection.js';
import type { ProjectionSource } from './projection-source.js';
import { Fenced, type Collection } from './read-models.js';

/**
 * A commit that a read model cannot take, although its store writes: the read model stands still there until another version of the program takes
 * it. The message names no content: what broke may quote what the commit says.
 */
export class StandsStill extends Error {
  override readonly name = 'StandsStill';
  readonly code = 'stands-still';

  constructor(
    readonly collection: string,
    { stream, first, position }: StoredCommit,
    /** Up to where everything is in the read model. */
    readonly before: Position,
    override readonly cause: Error,
  ) {
    super(`${collection} cannot take ${stream}, version ${first}, at ${position} (${kindOf(cause)})`);
  }
}

/** Commits read at one time, and looked at in one go: another go begins where this one ended. */
const [atOnce, most] = [500, 10_000];

/**
 * After a projection has broken: goes on commit by commit, as far as it goes.
 *
 * @returns the commit that cannot be taken; undefined where all can be
 * @throws what is no commit's fault: the log, the keys or the store do not work
 */
export async function findStandstill<Document, Facts>(
  projection: Projection<Document, Facts>,
  collection: Collection<Document>,
  source: ProjectionSource,
  { owner, signal }: { readonly owner: number; readonly signal: AbortSignal },
): Promise<StandsStill | undefined> {
  const beside = new FactsBeside(projection, source);
  const take = async (commit: StoredCommit) => {
    const commits = await wantedCommits(projection, [commit], source.codec);
    const facts = await beside.for([commit]);
    return causeOf(async () => {
      const changes = await projectBatch(projection, collection, commits, facts);
      if (changes.length > 0) await collection.write(changes, { position: commit.position, owner });
    });
  };
  let before = (await collection.checkpoint())?.position;
  for (let looked = 0; looked < most && !signal.aborted;) {
    const stored = await source.store.read(before, atOnce);
    for (const commit of stored) {
      const cause = await take(commit);
      if (cause !== undefined) {
        if (before === undefined || signal.aborted) throw cause;
        await collection.write([], { position: before, owner });
        if ((await take(commit)) !== undefined) return new StandsStill(projection.collection.name, commit, before, cause);
      }
      before = commit.position;
    }
    if (stored.length === 0) break;
    looked += stored.length;
  }
  if (before !== undefined) await collection.write([], { position: before, owner });
  return undefined;
}

/** What it throws, but for a fence: then somebody else goes on. */
async function causeOf(work: () => Promise<void>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Fenced) throw error;
    return error instanceof Error ? error : new Error(String(error), { cause: error });
  }
}

function kindOf(cause: Error): string {
  const { code } = cause as { readonly code?: unknown };
  return typeof code === 'string' && code !== cause.name ? `${cause.name}, ${code}` : cause.name;
}
