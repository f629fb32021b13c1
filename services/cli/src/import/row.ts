/** One row of a file as text by column, with the line on which it begins. */
export interface Row {
  readonly line: number;
  /** Every column's text, in the file's order. */
  readonly values: readonly string[];
  /** The text of a column; undefined where this row has none. */
  value(column: string): string | undefined;
}

/** Why a row is not imported. Wire words: they stand in `--json` and in docs/import.md. */
export type BadRowReason =
  | 'broken-quoting' | 'wrong-number-of-columns' | 'invalid-encoding' | 'record-too-long' | 'broken-xml'
  | 'missing-case' | 'missing-activity' | 'missing-text' | 'missing-identity' | 'unparsable-time' | 'time-in-the-future'
  | 'text-too-long' | 'control-characters' | 'not-a-value' | 'unknown-item' | 'unknown-department' | 'imported-otherwise'; // prettier-ignore

/** A row that is left out: where it begins in the file, the reason, and what in it was wrong. */
export interface BadRow {
  readonly line: number;
  readonly reason: BadRowReason;
  readonly detail: string;
}

export function isBad(row: object): row is BadRow {
  return 'reason' in row;
}
