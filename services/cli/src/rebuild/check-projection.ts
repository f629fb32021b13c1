import type { Projection } from '@ledgerline/kernel';
import { sequenceOf } from '@ledgerline/host';
import { Refused } from '../outcome.js';
import { progress } from '../progress.js';
import { compareDocuments, compareRows, type Difference } from './compare.js';
import { FreshReplay } from './fresh-replay.js';
import type { ReadModelWork } from './read-model-work.js';

export interface CheckedProjection {
  readonly projection: string;
  readonly generation: number;
  /** The position that the stored one has applied; null where it has applied nothing. */
  readonly position: string | null;
  readonly documents: number;
  readonly rows: number;
  readonly differences: readonly Difference[];
}

/** A stored read model that moves on while it is compared is compared again, so often. */
const attempts = 10;

/** Compares a stored read model with a fresh replay of the log up to where the stored one is. Writes nothing. */
export async function checkProjection(
  projection: Projection,
  { source, readModels }: Omit<ReadModelWork, 'projections'>,
  signal: AbortSignal,
): Promise<CheckedProjection> {
  const { collection: definition } = projection;
  const replay = new FreshReplay(projection, source);
  const told = progress(`replaying ${definition.name}`);
  let read = 0;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const generation = await readModels.live(definition as never);
    const stored = await readModels.collection(definition, generation);
    const position = (await stored.checkpoint())?.position;
    if (position !== undefined)
      await replay.advance(position, signal, (commits) => told.at((read += commits), sequenceOf(position)));
    const expected = (id: string) => Promise.resolve(replay.documents.get(id));
    const { documents, differences } = await compareDocuments(stored, expected, replay.documents.keys(), definition.personal);
    const rows = await compareRows(stored, definition, replay.documents);
    const all = [...differences, ...rows.differences].filter(({ what }) => what !== 'ahead');
    if (all.length > 0 && (await stored.checkpoint())?.position !== position) continue;
    told.end();
    const facts = { projection: definition.name, generation, position: position ?? null, documents, rows: rows.rows };
    return { ...facts, differences: all };
  }
  throw new Refused(
    'still-moving',
    `${definition.name} was written to each time it was compared: try again when less is going on`,
  );
}
