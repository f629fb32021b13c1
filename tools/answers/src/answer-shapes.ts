/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins, to be sent as `cursor`; null at the end. */
  readonly next: string | null;
}

/** A list that comes whole. */
export interface Whole<Item> {
  readonly items: readonly Item[];
  readonly next: null;
}

/** What a command has written: where it stands, so that a read can wait for it (`Ledgerline-After`). */
export interface Written {
  /** Of the stream after the command: sent back as `If-Match` by whoever wants nothing to come between. */
  readonly version: number;
  /** In the log, after the command. */
  readonly position: string;
}

/** Something new was made. */
export interface Made extends Written {
  readonly id: string;
}

/** A command was accepted: also where a retry with the same key gets the first answer again. */
export interface Accepted extends Made {
  /** What it wrote; nothing where everything was so already. */
  readonly events: readonly WrittenEvent[];
}

/** An event of a command, by its id and its place in the stream. */
export interface WrittenEvent {
  readonly id: string;
  readonly version: number;
  readonly type: string;
}
