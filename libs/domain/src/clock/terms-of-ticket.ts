import type { RecordedEvent } from '@ledgerline/kernel';
import { durationOf } from '../calendar/work-duration.js';
import { clocksThatHold } from '../policy/policy.js';
import { isActive } from '../ticket/ticket.js';
import type { HoldReason } from '../ticket/ticket-words.js';
import type { ClockRun } from './clock-run.js';
import { dueOfRun } from './due-of-run.js';
import { clockBook } from './keep-clock-book.js';
import type { Judging } from './run-due.js';
import type { Rulebook } from './rulebook.js';
import { afterDue } from './timekeeper.js';

/** What the clocks of a ticket allow at an instant; decisions about time ask it. Instants are milliseconds since the epoch. */
export interface TicketTerms {
  /** True where a clock that runs, and that such a hold would hold, lists the reason. */
  mayHold(reason: HoldReason, department: string | undefined): boolean;
  /** What an extension of the department's `handle` is measured by; undefined where no such clock runs. */
  extension(department: string): ExtensionTerms | undefined;
  /** The time in which the department could ask to give its assignment back is over. */
  returnHasLapsed(department: string): boolean;
}

export interface ExtensionTerms {
  readonly due: number;
  /** Extensions that one assignment may have. */
  readonly count: number;
  /** Up to when the coordinator may grant in all; beyond it an executive. */
  readonly most: number;
}

/**
 * @param events the ticket's stream so far
 * @param asOf now
 */
export function termsOfTicket(events: readonly RecordedEvent[], rulebook: Rulebook, asOf: number): TicketTerms {
  const judging: Judging = { book: clockBook(events), rulebook };
  const assignmentOf = (department: string) =>
    judging.book.ticket?.parts.find((part) => part.department === department && isActive(part))?.assignment;
  const open = judging.book.runs.filter(({ end }) => end === undefined);
  const runOf = (clock: ClockRun['clock'], department: string, among: readonly ClockRun[] = open) =>
    among.find((run) => run.clock === clock && run.assignment !== undefined && run.assignment === assignmentOf(department));
  return {
    mayHold(reason, department) {
      const assignment = department === undefined ? undefined : assignmentOf(department);
      return open
        .filter(({ clock }) => clocksThatHold.includes(clock))
        .filter((run) => run.assignment === assignment || (run.clock === 'resolve' && assignment !== undefined))
        .some((run) => dueOfRun(run, asOf, judging)?.rule.rule.holds?.includes(reason) === true);
    },
    extension(department) {
      const run = runOf('handle', department);
      const due = run && dueOfRun(run, asOf, judging);
      if (run === undefined || due?.current === undefined) return undefined;
      const { count, most } = due.rule.policy.extensions;
      const unextended = dueOfRun({ ...run, extensions: [] }, asOf, judging)?.current?.due ?? due.current.due;
      const latest = afterDue(due.rule.timekeeper, unextended, durationOf(most));
      return { due: due.current.due, count, most: latest ?? unextended };
    },
    returnHasLapsed(department) {
      // Also where a request in time has met the clock and was refused: a later one is late.
      const run = runOf('return-request', department, judging.book.runs);
      const due = run && dueOfRun(run, asOf, judging)?.current?.due;
      return due !== undefined && asOf > due;
    },
  };
}
