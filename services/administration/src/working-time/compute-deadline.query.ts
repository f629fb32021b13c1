import { problem, type ComputeDeadline, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  beyondNamedYears,
  compileCalendar,
  deadlineSentence,
  deadlineSteps,
  documentFold,
  dueInstant,
  durationOf,
  faultsOfInlineCalendar,
  inForce,
  instantOf,
  localTime,
  workBetween,
  type Calendar,
  type DeadlineStep,
  type InBothLanguages,
  type WorkingCalendar,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

/** When something is due: RFC 3339 in UTC, and as the clocks on the wall show it there. */
export interface ComputedDue {
  readonly due: string;
  readonly dueLocal: string;
  readonly explanation: InBothLanguages & { readonly steps: readonly DeadlineStep[] };
}
/** Working time between two instants. */
export interface ComputedWork {
  readonly workingSeconds: number;
}
export type Computed = (ComputedDue | ComputedWork) & { readonly kind: 'computed' };

/** `POST /calendars/compute`: a due time with its explanation, or the working time between two instants (R6.2, R6.3). */
export async function computeDeadline(
  request: QueryRequest<ComputeDeadline>,
  ledgerline: Ledgerline,
): Promise<Computed | Problem> {
  const { calendar: asked, start, work, end } = request.body;
  const working = typeof asked === 'string' ? await calendarNamed(asked, start, ledgerline) : calendarGiven(asked);
  if ('kind' in working) return working;
  const from = Temporal.Instant.from(start).epochMilliseconds;
  if (end !== undefined) {
    const milliseconds = workBetween(working, from, Temporal.Instant.from(end).epochMilliseconds);
    return { kind: 'computed', workingSeconds: milliseconds / 1_000 };
  }
  const limit = durationOf(work ?? '');
  const due = dueInstant(working, from, limit);
  if (due === undefined) return problem('deadline-out-of-reach');
  const steps = deadlineSteps(working, from, due, limit);
  const sentence = deadlineSentence(working.calendar, limit, steps);
  const beyond = beyondNamedYears(working.calendar, due);
  const words = beyond === undefined ? sentence : { zh: `${sentence.zh}${beyond.zh}`, en: `${sentence.en} ${beyond.en}` };
  const explanation = { ...words, steps };
  return { kind: 'computed', due: instantOf(due), dueLocal: localTime(due, working.calendar.timeZone), explanation };
}

function calendarGiven(body: object): WorkingCalendar | Problem {
  const faults = faultsOfInlineCalendar(body);
  if (faults.length === 0) return compileCalendar({ code: 'inline', ...body } as Calendar);
  const errors = faults.map(({ pointer, detail }) => ({ pointer: `/calendar${pointer}`, detail }));
  return { ...problem('invalid-body'), errors };
}

/** The version in force at the start; before there was any, the one in force now. */
async function calendarNamed(code: string, start: string, ledgerline: Ledgerline): Promise<WorkingCalendar | Problem> {
  const { state } = await ledgerline.commands.current(streamName('document', `calendar-${code}`), documentFold);
  const version = inForce(state, start) ?? inForce(state, instantText(ledgerline.clock.now()));
  return version ? compiled(version.body as Calendar) : problem('unknown-calendar', { calendar: code });
}

/** A version's years are worked out once, for as long as the log's fold keeps the version. */
const compiledOf = new WeakMap<Calendar, WorkingCalendar>();

function compiled(calendar: Calendar): WorkingCalendar {
  const known = compiledOf.get(calendar) ?? compileCalendar(calendar);
  compiledOf.set(calendar, known);
  return known;
}
