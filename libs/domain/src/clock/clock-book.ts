import type { ClockConditions, ClockName } from '../policy/policy.js';
import type { MaybeTicket } from '../ticket/ticket.js';
import type { ClockRun, HoldSpan, Holder, RunEnd } from './clock-run.js';

/** What is known of the ticket from an instant on. `raisedAt`: it was made urgent after it was registered. */
export interface FactsFrom {
  readonly at: number;
  readonly facts: ClockConditions;
  readonly raisedAt?: number;
}

/** Everything about a ticket's clocks that follows from its events alone. */
export interface ClockBook {
  readonly ticket: MaybeTicket;
  readonly runs: readonly ClockRun[];
  readonly holds: readonly HoldSpan[];
  readonly facts: readonly FactsFrom[];
  readonly holders: readonly { readonly at: number; readonly holder: Holder }[];
  /** How often each step of the clocks that run was told: by its identity without the repeat. */
  readonly told?: Readonly<Record<string, number>>;
  /** Since the first event that was not imported. */
  readonly liveFrom?: number;
  /** Closed, refused or withdrawn, since when: it waits to be archived. */
  readonly overSince?: number;
}

export const emptyBook: ClockBook = { ticket: undefined, runs: [], holds: [], facts: [], holders: [] };

/** When an event happened and when it was written down. */
export interface Moment {
  readonly at: number;
  readonly knownAt: number;
}

export type RunFilter = (run: ClockRun) => boolean;

export function start(book: ClockBook, clock: ClockName, { at, knownAt }: Moment, of: Partial<ClockRun> = {}): ClockBook {
  const count = book.runs.filter((run) => run.clock === clock).length + 1;
  const run: ClockRun = { ...of, clock, instance: `${clock}:${count}`, startedAt: at, knownAt, suspensions: [], extensions: [] };
  return { ...book, runs: [...book.runs, run] };
}

/** Starts a clock of the ticket as a whole, of which one runs at a time. */
export function startOnce(book: ClockBook, clock: ClockName, moment: Moment): ClockBook {
  return book.runs.some((run) => run.clock === clock && run.end === undefined) ? book : start(book, clock, moment);
}

/** Ends the open runs that a filter picks. */
export function finish(book: ClockBook, which: RunFilter, end: RunEnd): ClockBook {
  return change(book, which, (run) => ({ ...run, end }));
}

/** Changes the open runs that a filter picks. */
export function change(book: ClockBook, which: RunFilter, to: (run: ClockRun) => ClockRun): ClockBook {
  if (!book.runs.some((run) => run.end === undefined && which(run))) return book;
  return { ...book, runs: book.runs.map((run) => (run.end === undefined && which(run) ? to(run) : run)) };
}

export function named(...clocks: readonly ClockName[]): RunFilter {
  return ({ clock }) => clocks.includes(clock);
}

export function hold(book: ClockBook, span: HoldSpan): ClockBook {
  return { ...book, holds: [...book.holds, span] };
}

export function endHolds(book: ClockBook, which: (span: HoldSpan) => boolean, at: number): ClockBook {
  if (!book.holds.some((span) => span.to === undefined && which(span))) return book;
  return { ...book, holds: book.holds.map((span) => (span.to === undefined && which(span) ? { ...span, to: at } : span)) };
}
