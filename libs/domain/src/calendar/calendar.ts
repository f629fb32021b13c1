export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
/** Wall times `HH:MM`; an end that is not after its start lies on the next day. */
export type Shift = readonly [start: string, end: string];

/** A working calendar as interface.md has it. Dates are local to `timeZone`. */
export interface Calendar {
  readonly code: string;
  readonly effectiveFrom?: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly week: Readonly<Partial<Record<Weekday, readonly Shift[]>>>;
  readonly holidays?: readonly string[];
  /** Date → the weekday as which it works (调休). */
  readonly makeUpDays?: Readonly<Record<string, Weekday>>;
  /** Date → its own shifts. */
  readonly exceptions?: Readonly<Record<string, readonly Shift[]>>;
}
