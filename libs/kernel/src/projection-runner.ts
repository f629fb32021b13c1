import { FactsBeside } from './facts-beside.js';
import type { Position } from './position.js';
import { projectBatch, wantedCommits } from './project-batch.js';
import type { Projection } from './projection.js';
import type { ProjectionSource } from './projection-source.js';
import { Fenced, type Collection } from './read-models.js';
import { RecentDocuments } from './recent-documents.js';
import { RunCheckpoint } from './run-checkpoint.js';
import { findStandstill } from './standstill.js';
import { untilOneEnds } from './until-one-ends.js';

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Epoch of a claim made before; claims now unless given. */
  readonly owner?: number;
  /** Commits read at one time; the store's own default unless given. */
  readonly batch?: number;
  /** Told where it begins, where there is a checkpoint, then the position reached after each batch. */
  readonly onBatch?: (position: Position) => void;
  /** Waits before the next batch, given the commits of the last: a document that changes often is then written less often. */
  readonly rest?: (commits: number) => Promise<void>;
  /**
   * Waits between two saves of a checkpoint that has passed nothing but what concerned nobody: such a batch is not worth a
   * write, and read again after a crash it changes nothing. Unless given the checkpoint is saved with every batch.
   */
  readonly pause?: (signal: AbortSignal) => Promise<void>;
}

/**
 * Runs one projection until the signal: from its checkpoint on, documents first, checkpoint after. Whoever starts it
 * supervises it: it throws what broke (Fenced when another copy took over, StandsStill where one commit cannot be passed).
 */
export async function runProjection<Document, Facts>(
  projection: Projection<Document, Facts>,
  collection: Collection<Document>,
  source: ProjectionSource,
  options: RunOptions,
): Promise<void> {
  const owner = options.owner ?? (await collection.claim());
  try {
    await follow(projection, collection, source, { ...options, owner });
  } catch (error) {
    if (error instanceof Fenced || options.signal.aborted) throw error;
    throw (await findStandstill(projection, collection, source, { ...options, owner })) ?? error;
  }
}

async function follow<Document, Facts>(
  projection: Projection<Document, Facts>,
  collection: Collection<Document>,
  source: ProjectionSource,
  options: RunOptions & { readonly owner: number },
): Promise<void> {
  const { owner } = options;
  const checkpoint = await collection.checkpoint();
  if (checkpoint) options.onBatch?.(checkpoint.position);
  const recent = new RecentDocuments(collection);
  const beside = new FactsBeside(projection, source);
  const saved = new RunCheckpoint(collection, owner);
  const { batch, onBatch, pause, rest } = options;
  const apply = async (signal: AbortSignal) => {
    for await (const stored of source.store.follow(checkpoint?.position, { signal, ...(batch === undefined ? {} : { batch }) })) {
      const position = stored.at(-1)?.position;
      if (position === undefined) continue;
      const commits = await wantedCommits(projection, stored, source.codec);
      const changes = await projectBatch(projection, recent, commits, await beside.for(stored));
      if (changes.length === 0 && pause) saved.passed(position);
      else await saved.write(changes, position);
      recent.keep(changes);
      onBatch?.(position);
      await rest?.(stored.length);
    }
  };
  const keepSaving = async (signal: AbortSignal) => {
    for (await pause?.(signal); !signal.aborted; await pause?.(signal)) await saved.save();
  };
  await untilOneEnds(options.signal, pause ? [apply, keepSaving] : [apply]);
  await saved.save();
}

/**
 * Reads the log from the checkpoint to its present end, then returns the position reached: for rebuilds.
 *
 * @param onBatch waited for after each written batch; what it throws ends the work, which may be taken up again
 */
export async function catchUp<Document, Facts>(
  projection: Projection<Document, Facts>,
  collection: Collection<Document>,
  source: ProjectionSource,
  onBatch?: (position: Position, commits: number) => void | Promise<void>,
): Promise<Position | undefined> {
  const owner = await collection.claim();
  const recent = new RecentDocuments(collection);
  const beside = new FactsBeside(projection, source);
  let position = (await collection.checkpoint())?.position;
  for (;;) {
    const stored = await source.store.read(position, 500);
    const last = stored.at(-1)?.position;
    if (last === undefined) return position;
    const commits = await wantedCommits(projection, stored, source.codec);
    const changes = await projectBatch(projection, recent, commits, await beside.for(stored));
    await collection.write(changes, { position: last, owner });
    recent.keep(changes);
    position = last;
    await onBatch?.(last, stored.length);
  }
}
