import type { DecodedCommit, EventCodec } from './event-codec.js';
import { eventTypesIn, isIn, type StoredCommit } from './commit.js';
import { clearedBy, isErasure, keysToForget, withoutPersonal } from './erasure.js';
import { FactsBeside } from './facts-beside.js';
import type { Position } from './position.js';
import type { Projection, Recorded } from './projection.js';
import type { ProjectionSource } from './projection-source.js';
import type { Collection, StoredDocument } from './read-models.js';
import { RecentDocuments } from './recent-documents.js';
import { RunCheckpoint } from './run-checkpoint.js';
import { untilOneEnds } from './until-one-ends.js';

/** A stream's versions did not arrive contiguously: the projection stops rather than be silently wrong. */
export class VersionGap extends Error {
  override readonly name = 'VersionGap';
  readonly code = 'version-gap';
}

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
 * supervises it: it throws what broke (Fenced when another copy took over).
 */
export async function runProjection<Document, Facts>(
  projection: Projection<Document, Facts>,
  collection: Collection<Document>,
  source: ProjectionSource,
  options: RunOptions,
): Promise<void> {
  const owner = options.owner ?? (await collection.claim());
  const checkpoint = await collection.checkpoint();
  if (checkpoint) options.onBatch?.(checkpoint.position);
  const recent = new RecentDocuments(collection);
  const beside = new FactsBeside(projection, source);
  const saved = new RunCheckpoint(collection, owner);
  const { batch, onBatch, pause, rest } = options;
  const follow = async (signal: AbortSignal) => {
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
  await untilOneEnds(options.signal, pause ? [follow, keepSaving] : [follow]);
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

/** The commits of a batch that can change a document, decoded. */
export async function wantedCommits(
  projection: Pick<Projection, 'categories' | 'events' | 'passesOver' | 'looksInside'>,
  stored: readonly StoredCommit[],
  codec: EventCodec,
): Promise<readonly DecodedCommit[]> {
  const wanted: StoredCommit[] = [];
  for (const commit of stored) {
    const erases = isErasure(commit);
    if (erases) codec.forget(keysToForget(commit));
    if (erases || isWanted(projection, commit)) wanted.push(commit);
  }
  return wanted.length === 0 ? [] : codec.open(wanted, projection.looksInside);
}

/** By the types alone: most commits are told apart without being parsed. */
function isWanted(
  { categories, events, passesOver }: Pick<Projection, 'categories' | 'events' | 'passesOver'>,
  stored: StoredCommit,
): boolean {
  if (!isIn(stored.stream, categories)) return false;
  if (events === undefined && passesOver === undefined) return true;
  for (const type of stored.types ?? eventTypesIn(stored))
    if (events === undefined ? !passesOver?.includes(type) : events.includes(type)) return true;
  return false;
}

/** The documents that a batch changes, each once, as they stand after it. */
export async function projectBatch<Document, Facts>(
  projection: Projection<Document, Facts>,
  collection: Pick<Collection<Document>, 'getMany'>,
  commits: readonly DecodedCommit[],
  facts: Facts,
): Promise<readonly StoredDocument<Document>[]> {
  const steps: { readonly key: string; readonly recorded: Recorded; readonly clears?: true }[] = [];
  for (const { stream, events } of commits)
    for (const event of events) {
      for (const key of clearedBy(event)) steps.push({ key, recorded: { ...event, stream }, clears: true });
      if (!isIn(stream, projection.categories)) continue;
      if (projection.events && !projection.events.includes(event.type)) continue;
      const recorded: Recorded = { ...event, stream };
      for (const key of projection.keys(recorded)) steps.push({ key, recorded });
    }
  if (steps.length === 0) return [];
  const documents = new Map(await collection.getMany([...new Set(steps.map(({ key }) => key))]));
  const changed = new Set<string>();
  for (const { key, recorded, clears } of steps) {
    const before = documents.get(key);
    if (clears) {
      if (before?.document === undefined || projection.collection.personal.length === 0) continue;
      documents.set(key, { ...before, document: withoutPersonal(before.document, projection.collection.personal) });
      changed.add(key);
      continue;
    }
    const seen = before?.versions[recorded.stream];
    if (seen !== undefined && recorded.version <= seen) continue;
    if (!projection.events && seen !== undefined && recorded.version > seen + 1)
      throw new VersionGap(`${projection.collection.name}: ${recorded.stream} jumps from ${seen} to ${recorded.version}`);
    const document = projection.apply(before?.document, recorded, facts);
    if (projection.events && document === before?.document) continue;
    documents.set(key, {
      id: key,
      document,
      versions: withVersion(before?.versions, recorded),
    });
    changed.add(key);
  }
  return [...changed].map((key) => documents.get(key) as StoredDocument<Document>);
}

/** Its names are its own: as an ordinary object each document's would have a shape that no other has. */
function withVersion(
  before: StoredDocument<never>['versions'] | undefined,
  { stream, version }: Pick<Recorded, 'stream' | 'version'>,
): StoredDocument<never>['versions'] {
  const versions = Object.assign(Object.create(null) as Record<string, number>, before);
  versions[stream] = version;
  return versions;
}
