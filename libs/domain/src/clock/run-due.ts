import type { Timekeeper } from '../calendar/due-instant.js';
import type { WorkDuration } from '../calendar/work-duration.js';
import type { ClockBook } from './clock-book.js';
import type { PinnedCalendar, PinnedPolicy, Rulebook } from './rulebook.js';
import type { SelectedRule } from './select-rule.js';
import type { Stop } from './stops-of-run.js';
import type { Deadline } from './timekeeper.js';

/** What a run is judged with. `known`: what was known by then, instead of by the run's own start (a recalculation). */
export interface Judging {
  readonly book: ClockBook;
  readonly rulebook: Rulebook;
  readonly known?: number;
}

/** The rule that a run goes by, pinned; `calendar` unless it is elapsed time. */
export interface RunRule extends SelectedRule, PinnedPolicy {
  readonly timekeeper: Timekeeper;
  readonly calendar?: PinnedCalendar;
  /** In which elapsed time is told: that of the first calendar which the policy names. */
  readonly zone?: string;
}

/** What moved a due time; `due` is the time after it. */
export type DueMove =
  | {
      readonly move: 'stop';
      readonly why: Stop['why'];
      readonly from: number;
      readonly to: number;
      readonly by: WorkDuration;
      readonly due: number;
    }
  | { readonly move: 'extension'; readonly at: number; readonly department: string; readonly due: number }
  | { readonly move: 'raised'; readonly at: number; readonly due: number };

export interface RunDue {
  readonly rule: RunRule;
  /** From when the limit counts; there is none where a person fixed the date. */
  readonly from: number;
  readonly limit?: WorkDuration;
  /** Before anything moved it; undefined where the calendar ends before. */
  readonly base?: Deadline;
  readonly current?: Deadline;
  readonly moves: readonly DueMove[];
}
