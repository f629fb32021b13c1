/** How a column is read: a number of a word, of a stretch of the calendar, or as it is. */
export interface Column {
  readonly sql: string;
  readonly isWord: boolean;
  readonly stretch?: CalendarStretch;
  /** A number that is told as a text, and asked for by it. */
  readonly written?: WrittenNumber;
}

export interface WrittenNumber {
  told(number: number): string;
  /** undefined where the text is none. */
  read(text: string): number | undefined;
}

/** A stretch of the calendar in the time zone of the site: told as a text, and asked for as a period. */
export interface CalendarStretch {
  /** The instant that it is of, in SQL. */
  readonly instant: string;
  /** @param number as the column's SQL gives it */
  told(number: number): string;
  /** Its first day and the first one after it, undefined where the text is none; `YYYY-MM-DD`. */
  days(text: string): readonly [first: string, next: string] | undefined;
}

export function word(sql: string): Column {
  return { sql, isWord: true };
}

export function value(sql: string): Column {
  return { sql, isWord: false };
}
