import type { DecodedCommit, EventCodec } from './event-codec.js';
import { categoryOf, type StoredCommit } from './commit.js';
import type { EventStore } from './event-store.js';
import type { Position } from './position.js';
import type { Projection, Recorded } from './projection.js';
import type { Collection, StoredDocument } from './read-models.js';

export interface ProjectionSource {
  readonly store: EventStore;
  readonly codec: EventCodec;
}

/** A stream's versions did not arrive contiguously: the projection stops rather than be silently wrong. */
export class VersionGap extends Error {
  override readonly name = 'VersionGap';
  readonly code = 'version-gap';
}

/**
 * Runs one projection until the signal: from its checkpoint on, documents first, checkpoint after. Whoever starts it
 * supervises it: it throws what broke (Fenced when another copy took over).
 *
 * @param onBatch told the position reached after each written batch
 */
export async function runProjection<Document>(
  projection: Projection<Document>,
  collection: Collection<Document>,
  source: ProjectionSource,
  options: { readonly signal: AbortSignal; readonly onBatch?: (position: Position) => void; readonly batch?: number },
): Promise<void> {
  const owner = await collection.claim();
  const checkpoint = await collection.checkpoint();
  const follow = { signal: options.signal, ...(options.batch === undefined ? {} : { batch: options.batch }) };
  for await (const stored of source.store.follow(checkpoint?.position, follow)) {
    const position = stored.at(-1)?.position;
    if (position === undefined) continue;
    const changes = await projectBatch(projection, collection, await decodeWanted(projection, stored, source.codec));
    await collection.write(changes, { position, owner });
    options.onBatch?.(position);
  }
}

/**
 * Reads the log from the checkpoint to its present end, then returns the position reached: for rebuilds.
 *
 * @param onBatch waited for after each written batch; what it throws ends the work, which may be taken up again
 */
export async function catchUp<Document>(
  projection: Projection<Document>,
  collection: Collection<Document>,
  source: ProjectionSource,
  onBatch?: (position: Position, commits: number) => void | Promise<void>,
): Promise<Position | undefined> {
  const owner = await collection.claim();
  let position = (await collection.checkpoint())?.position;
  for (;;) {
    const stored = await source.store.read(position, 500);
    const last = stored.at(-1)?.position;
    if (last === undefined) return position;
    const changes = await projectBatch(projection, collection, await decodeWanted(projection, stored, source.codec));
    await collection.write(changes, { position: last, owner });
    position = last;
    await onBatch?.(last, stored.length);
  }
}

async function decodeWanted(
  projection: Pick<Projection, 'categories'>,
  stored: readonly StoredCommit[],
  codec: EventCodec,
): Promise<readonly DecodedCommit[]> {
  const wanted = stored.filter(({ stream }) => projection.categories.includes(categoryOf(stream)));
  return wanted.length === 0 ? [] : codec.open(wanted);
}

/** The documents that a batch changes, each once, as they stand after it. */
export async function projectBatch<Document>(
  projection: Projection<Document>,
  collection: Pick<Collection<Document>, 'getMany'>,
  commits: readonly DecodedCommit[],
): Promise<readonly StoredDocument<Document>[]> {
  const steps: { readonly key: string; readonly recorded: Recorded }[] = [];
  for (const { stream, events } of commits)
    for (const event of events) {
      const recorded: Recorded = { ...event, stream };
      for (const key of projection.keys(recorded)) steps.push({ key, recorded });
    }
  if (steps.length === 0) return [];
  const documents = new Map(await collection.getMany([...new Set(steps.map(({ key }) => key))]));
  const changed = new Set<string>();
  for (const { key, recorded } of steps) {
    const before = documents.get(key);
    const seen = before?.versions[recorded.stream];
    if (seen !== undefined && recorded.version <= seen) continue;
    if (seen !== undefined && recorded.version > seen + 1)
      throw new VersionGap(`${projection.collection.name}: ${recorded.stream} jumps from ${seen} to ${recorded.version}`);
    documents.set(key, {
      id: key,
      document: projection.apply(before?.document, recorded),
      versions: { ...before?.versions, [recorded.stream]: recorded.version },
    });
    changed.add(key);
  }
  return [...changed].map((key) => documents.get(key) as StoredDocument<Document>);
}
