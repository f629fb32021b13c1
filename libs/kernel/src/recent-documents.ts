import type { Collection, StoredDocument } from './read-models.js';
import { RecentMap } from './recent-map.js';

/**
 * Documents that this run wrote last, so that they need not be read back. Right as long as nobody else writes them, which
 * the fence of `write` makes sure of: a run that was shut out ends, and its memory with it.
 */
export class RecentDocuments<Document> implements Pick<Collection<Document>, 'getMany'> {
  private readonly documents = new RecentMap<string, StoredDocument<Document>>(4_000);

  constructor(private readonly collection: Pick<Collection<Document>, 'getMany'>) {}

  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument<Document>>> {
    const found = new Map<string, StoredDocument<Document>>();
    const missing: string[] = [];
    for (const id of ids) {
      const known = this.documents.get(id);
      if (known) found.set(id, known);
      else missing.push(id);
    }
    if (missing.length > 0) for (const [id, read] of await this.collection.getMany(missing)) found.set(id, read);
    return found;
  }

  keep(written: readonly StoredDocument<Document>[]): void {
    for (const one of written) this.documents.set(one.id, one);
  }
}
