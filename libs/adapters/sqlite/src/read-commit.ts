import { eventTypesIn, type Commit, type Position, type StoredCommit, type StreamName } from '@ledgerline/kernel';

/** A commit that several followers read: its text is parsed once, when the first of them looks into it. */
export class ReadCommit implements StoredCommit {
  readonly position: Position;
  readonly stream: StreamName;
  readonly first: number;
  readonly last: number;
  readonly previous: string | null;
  readonly hash: string;
  readonly text: string;
  #parsed: Commit | undefined;
  #types: readonly string[] | undefined;

  constructor({ position, stream, first, last, previous, hash, text }: StoredCommit) {
    this.position = position;
    this.stream = stream;
    this.first = first;
    this.last = last;
    this.previous = previous;
    this.hash = hash;
    this.text = text;
  }

  get commit(): Commit {
    return (this.#parsed ??= JSON.parse(this.text) as Commit);
  }

  /** What nobody looks into is not parsed for its types. */
  get types(): readonly string[] {
    if (this.#types === undefined) this.#types = eventTypesIn({ text: this.text, ...(this.#parsed && { commit: this.#parsed }) });
    return this.#types;
  }
}
