import type { ClockRun } from './clock-run.js';
import type { Judging, RunDue } from './run-due.js';
import { escalationsOf, identityOf, warningsOf } from './steps-of-clock.js';
import type { TimedStep } from './timed-step.js';

/** A chain that nobody answers ends somewhere: a week of reminders every ten minutes. */
const mostRepeats = 1_008;

/**
 * Of a clock that runs, of each step the next that was not told. A changed due time makes new steps; one whose time is over
 * when the due time changes is told then, unless it was told under the due time before. A clock is late after its due time,
 * not at it, and its chain begins then.
 */
export function stepsToCome(run: ClockRun, due: RunDue, judging: Judging): readonly TimedStep[] {
  if (due.current === undefined) return [];
  const { clock, instance, department } = run;
  const instant = due.current.due;
  const identity = identityOf(run, instant);
  const told = judging.book.told ?? {};
  const since = settledAt(run, due, judging);
  const steps: TimedStep[] = [];
  const add = (kind: TimedStep['kind'], name: string, { planned, goesOn, fraction, to, repeat = 0 }: Planned) => {
    const key = `${identity}#${name}`;
    if (repeat < (told[key] ?? 0) || repeat > mostRepeats) return;
    if (kind === 'warning' && isBeforeLife(planned, judging)) return;
    if (planned <= since && !goesOn && wasTold(told, { run, identity, name })) return;
    const step: Writable<TimedStep> = { clock, instance, due: instant, key, kind, repeat, planned, at: Math.max(planned, since) };
    // Set where they are there: every event of every ticket makes some ten steps, and copying objects is most of what they cost.
    if (department !== undefined) step.department = department;
    if (fraction !== undefined) step.fraction = fraction;
    if (to !== undefined) step.to = to;
    steps.push(step);
  };
  for (const warning of warningsOf(run, due))
    add('warning', `warning-${warning.fraction}`, { planned: warning.instant, fraction: warning.fraction });
  if (run.clock === 'return-request') return steps;
  add('breach', 'breach', { planned: instant + 1 });
  const repeatOf = (place: number) => told[`${identity}#escalation-${place}`] ?? 0;
  for (const { instant: from, step, place } of escalationsOf(run, due, repeatOf))
    add('escalation', `escalation-${place}`, {
      planned: from + 1,
      to: step.to,
      repeat: repeatOf(place),
      goesOn: step.every !== undefined,
    });
  if (awaitsExtension(run, judging)) add('extension', 'extension', { planned: instant + 1 });
  return steps;
}

/**
 * When the first of these is to come. Where nothing was told yet that is the earliest warning, or the breach: rungs of the chain follow it, and nobody has to
 * make the steps to know.
 */
export function firstToCome(run: ClockRun, due: RunDue, judging: Judging): number | undefined {
  if (due.current === undefined) return undefined;
  let first = Number.POSITIVE_INFINITY;
  if (judging.book.told !== undefined) for (const { at } of stepsToCome(run, due, judging)) first = Math.min(first, at);
  else {
    if (run.clock !== 'return-request') first = due.current.due + 1;
    for (const { instant } of warningsOf(run, due)) if (!isBeforeLife(instant, judging)) first = Math.min(first, instant);
    first = Math.max(first, settledAt(run, due, judging));
  }
  return first === Number.POSITIVE_INFINITY ? undefined : first;
}

type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };
type Planned = { readonly planned: number; /** A chain that repeats goes on. */ readonly goesOn?: boolean } & Partial<
  Pick<TimedStep, 'fraction' | 'to' | 'repeat'>
>;

/** When the due time came to be what it is: the start, a change of the ticket's facts, a hold's end, an extension; for imports when somebody took the ticket up. */
function settledAt({ startedAt }: ClockRun, { moves }: RunDue, { book }: Judging): number {
  const move = moves.at(-1);
  const moved = move === undefined ? startedAt : move.move === 'stop' ? move.to : move.at;
  const facts = book.facts.at(-1)?.at ?? startedAt;
  return Math.max(startedAt, moved, facts, isImported(book) ? (book.liveFrom ?? 0) : 0);
}

/** Begun before anybody here knew of it: imports, and calls that are told of later than they came. */
function isImported({ ticket }: Judging['book']): boolean {
  return ticket === undefined || ticket.imported;
}

/** Nobody is warned of what was to come before an import was taken up, or a call told of. */
function isBeforeLife(planned: number, { book }: Judging): boolean {
  return isImported(book) && planned < (book.liveFrom ?? 0);
}

/** Under another due time of the same clock. */
function wasTold(
  told: Readonly<Record<string, number>>,
  { run, identity, name }: { readonly run: ClockRun; readonly identity: string; readonly name: string },
): boolean {
  return Object.keys(told).some(
    (step) => step.startsWith(`${run.instance}@`) && step.endsWith(`#${name}`) && !step.startsWith(`${identity}#`),
  );
}

/** R4.2: undecided at the deadline means refused. */
function awaitsExtension({ clock, assignment }: ClockRun, { book }: Judging): boolean {
  if (clock !== 'handle') return false;
  return book.ticket?.parts.some((part) => part.assignment === assignment && part.extension !== undefined) === true;
}
