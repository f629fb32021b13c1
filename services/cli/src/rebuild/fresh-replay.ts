import {
  categoryOf,
  projectBatch,
  type Position,
  type Projection,
  type ProjectionSource,
  type StoredDocument,
} from '@ledgerline/kernel';
import { logPages } from '../log/log-pages.js';

/** A projection folded anew into memory, up to a position that can be moved on. Its size is that of the read model. */
export class FreshReplay<Document> {
  readonly documents = new Map<string, StoredDocument<Document>>();
  private reached: Position | undefined;

  constructor(
    readonly projection: Projection<Document>,
    private readonly source: ProjectionSource,
  ) {}

  /** @param onPage told how many commits were read */
  async advance(to: Position, signal: AbortSignal, onPage: (commits: number) => void): Promise<void> {
    for await (const page of logPages(this.source.store, signal, { after: this.reached, to })) {
      const wanted = page.filter(({ stream }) => this.projection.categories.includes(categoryOf(stream)));
      const commits = wanted.length === 0 ? [] : await this.source.codec.open(wanted);
      for (const changed of await projectBatch(this.projection, this, commits)) this.documents.set(changed.id, changed);
      this.reached = page.at(-1)?.position;
      onPage(page.length);
    }
  }

  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument<Document>>> {
    const found = ids.flatMap((id) => {
      const document = this.documents.get(id);
      return document ? [[id, document] as const] : [];
    });
    return Promise.resolve(new Map(found));
  }
}
