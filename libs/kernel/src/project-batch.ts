import type { DecodedCommit, EventCodec } from './event-codec.js';
import { eventTypesIn, isIn, type StoredCommit } from './commit.js';
import { clearedBy, isErasure, keysToForget, withoutPersonal } from './erasure.js';
import type { Projection, Recorded } from './projection.js';
import type { Collection, StoredDocument } from './read-models.js';

/** A stream's versions did not arrive contiguously: the projection stops rather than be silently wrong. */
export class VersionGap extends Error {
  override readonly name = 'VersionGap';
  readonly code = 'version-gap';
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
