import type { Row } from './row.js';

/** A word of ours made from a row: the text as it is, or what a table of the mapping says for it. */
export interface Pick {
  readonly columns: readonly string[];
  /** Undefined where the table has no word for the text; `text` says which text that was. */
  of(row: Row): { readonly word: string | undefined; readonly text: string };
}
