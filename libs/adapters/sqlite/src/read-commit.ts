import type { Commit, Position, StoredCommit, StreamName } from '@ledgerline/kernel';

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
}
