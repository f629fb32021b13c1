import type { Position } from './position.js';
import type { Collection, StoredDocument } from './read-models.js';

/** The checkpoint of one run of a projection: saved with what is written, and later where nothing was. One write at a time. */
export class RunCheckpoint<Document> {
  /** The position that was passed since the last write. */
  private unsaved: Position | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly collection: Pick<Collection<Document>, 'write'>,
    private readonly owner: number,
  ) {}

  /** Everything up to here is in the read model, and nothing of it had to be written. */
  passed(position: Position): void {
    this.unsaved = position;
  }

  /** @throws Fenced where another owner has claimed since */
  write(changes: readonly StoredDocument<Document>[], position: Position): Promise<void> {
    this.unsaved = undefined;
    this.last = this.last.then(() => this.collection.write(changes, { position, owner: this.owner }));
    return this.last;
  }

  /** @throws Fenced where another owner has claimed since */
  save(): Promise<void> {
    return this.unsaved === undefined ? this.last : this.write([], this.unsaved);
  }
}
