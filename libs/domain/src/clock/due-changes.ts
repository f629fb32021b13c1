import type { Timekeeper } from '../calendar/due-instant.js';
import type { WorkDuration } from '../calendar/work-duration.js';
import { closingsBetween, dayOfDeadline, workingDayAfter } from '../calendar/working-days.js';
import type { ClockRun, GrantedExtension } from './clock-run.js';
import type { DueMove, Judging, RunDue, RunRule } from './run-due.js';
import { stopsOf, type Stop } from './stops-of-run.js';
import { afterCounted, counted, type Deadline } from './timekeeper.js';

/** Something that happened to a due time: the time after it, and how it is told. */
export interface DueChange {
  readonly at: number;
  apply(current: Deadline): { readonly next: Deadline | undefined; readonly told: (due: number) => DueMove };
}

export interface ChangesBetween {
  readonly from: number;
  readonly until: number;
  readonly judging: Judging;
  /** The due time of a `handle` as it stood just before an extension of it was granted. */
  readonly dueBefore: (handle: ClockRun, at: number) => RunDue | undefined;
}

/** Stops and extensions in the order of their times; a stop during which an extension was granted counts in two pieces. */
export function changesOf(run: ClockRun, rule: RunRule, between: ChangesBetween): readonly DueChange[] {
  const extensions = run.clock === 'resolve' ? extensionsOfResolve(run, rule, between) : extensionsOfHandle(run, rule);
  const granted = extensions.filter(({ at }) => at >= between.from && at <= between.until);
  const stood = stopsOf(run, rule, { from: between.from, until: between.until, book: between.judging.book });
  if (granted.length + stood.length === 0) return [];
  const cuts = granted.map(({ at }) => at);
  const stops = stood.flatMap((stop) => pieces(stop, cuts)).map((stop) => stopChange(stop, rule.timekeeper));
  return [...granted, ...stops].toSorted((a, b) => a.at - b.at);
}

function pieces(stop: Stop, cuts: readonly number[]): readonly Stop[] {
  const inside = cuts.filter((cut) => cut > stop.from && cut < stop.to);
  return [stop.from, ...inside].map((from, place) => ({ ...stop, from, to: inside[place] ?? stop.to }));
}

/**
 * `PT…` moves by exactly the time that stood still, `P…D` by a day for each end of a day's last shift inside. What was late
 * when the stop began stays late; at its due time it is not late yet.
 */
function stopChange({ why, from, to }: Stop, timekeeper: Timekeeper): DueChange {
  return {
    at: from,
    apply(current) {
      const inDays = timekeeper !== 'elapsed' && current.day !== undefined;
      const by: WorkDuration = inDays
        ? { kind: 'days', days: closingsBetween(timekeeper, from, to) }
        : { kind: 'time', milliseconds: counted(timekeeper, from, to) };
      const told = (due: number): DueMove => ({ move: 'stop', why, from, to, by, due });
      return { next: from > current.due ? current : movedBy(current, by, timekeeper), told };
    },
  };
}

function movedBy(current: Deadline, by: WorkDuration, timekeeper: Timekeeper): Deadline | undefined {
  if (by.kind === 'time') {
    const due = afterCounted(timekeeper, current.due, by.milliseconds);
    return due === undefined ? undefined : { ...current, due };
  }
  if (by.days === 0 || timekeeper === 'elapsed' || current.day === undefined) return current;
  const next = workingDayAfter(timekeeper, current.day, by.days);
  return next && { due: next.closing, day: next.day };
}

/** An extension moves its `handle` to the time granted. */
function extensionsOfHandle({ extensions, department = '' }: ClockRun, { timekeeper }: RunRule): readonly DueChange[] {
  return extensions.map(({ at, by }) => ({
    at,
    apply: (current) => ({
      next: placedAt(current, by, timekeeper),
      told: (due) => ({ move: 'extension', at, department, due }),
    }),
  }));
}

/**
 * The lead's extension moves `resolve` by the same working time; a co-handler's only where its new due time passes that of
 * `resolve`, and then to it.
 */
function extensionsOfResolve(
  resolve: ClockRun,
  { timekeeper }: RunRule,
  { judging, dueBefore }: ChangesBetween,
): readonly DueChange[] {
  const handles = judging.book.runs.filter(
    ({ clock, startedAt, extensions }) => clock === 'handle' && extensions.length > 0 && startedAt >= resolve.startedAt,
  );
  return handles.flatMap((handle) => {
    const { department = '' } = handle;
    const moved = (current: Deadline, { at, by, part = handle.part }: GrantedExtension): Deadline | undefined => {
      if (part === 'co-handling') return by > current.due ? placedAt(current, by, timekeeper) : current;
      const old = dueBefore(handle, at);
      if (old?.current === undefined) return current;
      const due = afterCounted(timekeeper, current.due, counted(old.rule.timekeeper, old.current.due, by));
      return due === undefined ? undefined : placedAt(current, due, timekeeper);
    };
    return handle.extensions.map((extension): DueChange => ({
      at: extension.at,
      apply: (current) => ({
        next: moved(current, extension),
        told: (due) => ({ move: 'extension', at: extension.at, department, due }),
      }),
    }));
  });
}

/** A due time that somebody named; where whole days are counted, with the day that it falls on. */
export function placedAt(current: Deadline, due: number, timekeeper: Timekeeper): Deadline {
  if (current.day === undefined || timekeeper === 'elapsed') return { due };
  const day = dayOfDeadline(timekeeper, due);
  return day === undefined ? { due } : { due, day };
}
