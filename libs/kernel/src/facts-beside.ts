import { isIn, type StoredCommit } from './commit.js';
import type { Projection } from './projection.js';
import { eventsOf, type ProjectionSource } from './projection-source.js';

/** The facts that a projection is given beside its events, kept for as long as no commit can have changed them. */
export class FactsBeside<Facts> {
  private facts: Facts | undefined;
  private isRead = false;

  constructor(
    private readonly projection: Pick<Projection<never, Facts>, 'beside'>,
    private readonly source: ProjectionSource,
  ) {}

  /** Facts that hold everything up to the end of a batch that was read from the log. */
  async for(batch: readonly Pick<StoredCommit, 'stream'>[]): Promise<Facts> {
    const { beside } = this.projection;
    if (beside === undefined) return undefined as Facts;
    if (!this.isRead || batch.some(({ stream }) => isIn(stream, beside.categories))) {
      this.facts = await beside.read((stream) => eventsOf(stream, this.source, []));
      this.isRead = true;
    }
    return this.facts as Facts;
  }
}
