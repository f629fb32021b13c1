import {
  FactsBeside,
  projectBatch,
  wantedCommits,
  type Position,
  type Projection,
  type ProjectionSource,
  type StoredDocument,
} from '@ledgerline/kernel';
import { logPages } from '@ledgerline/host';

/** A projection folded anew into memory, up to a position that can be moved on. Its size is that of the read model. */
export class FreshReplay<Document> {
  readonly documents = new Map<string, StoredDocument<Document>>();
  private reached: Position | undefined;
  private readonly beside: FactsBeside<unknown>;

  constructor(
    readonly projection: Projection<Document>,
    private readonly source: ProjectionSource,
  ) {
    this.beside = new FactsBeside(projection, source);
  }

  /** @param onPage told how many commits were read */
  async advance(to: Position, signal: AbortSignal, onPage: (commits: number) => void): Promise<void> {
    for await (const page of logPages(this.source.store, signal, { after: this.reached, to })) {
      const commits = await wantedCommits(this.projection, page, this.source.codec);
      const changes = await projectBatch(this.projection, this, commits, await this.beside.for(page));
      for (const changed of changes) this.documents.set(changed.id, changed);
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
