import type { RecordedEvent } from '@ledgerline/kernel';
import type { TicketEvent } from '../ticket/ticket-events.js';
import type { MaybeTicket } from '../ticket/ticket.js';
import { all, checks, debts, type Check, type Debt } from './debts.js';
import { isProcessStep, moveAt, requiredSteps, outset } from './process-model.js';
import { processStep } from './process-step.js';

/** How a course leaves the prescribed one: it passes over a step, takes one too late, takes one that does not belong there, or owes something. */
export const ways = ['skipped', 'out-of-order', 'unexpected', 'owed'] as const;
export type Way = (typeof ways)[number];

export interface Deviation {
  readonly way: Way;
  /** `skipped-check`, `urge-not-acknowledged`. */
  readonly name: string;
  readonly department?: string;
}

/** How a ticket's course goes so far, replayed on the prescribed process. */
export interface Conformance {
  readonly place: number;
  /** Steps that fit; that were passed over; that do not belong where they stand. */
  readonly fitting: number;
  readonly skipped: number;
  readonly unexpected: number;
  readonly owed: number;
  /** Steps passed over that have not come since. */
  readonly missing: readonly string[];
  /** `name department` of what has to be done still. */
  readonly debts: readonly string[];
  /** The lead department that had it last. */
  readonly lead?: string;
  /** What the last event brought to light. */
  readonly found: readonly Deviation[];
}

export const noCourse: Conformance = {
  place: outset, fitting: 0, skipped: 0, unexpected: 0, owed: 0, missing: [], debts: [], found: [],
}; // prettier-ignore

/** From 1 (every step fits) to 0: fitting steps among those that were taken and those that were passed over. */
export function fitnessOf({ fitting, skipped, unexpected }: Pick<Conformance, 'fitting' | 'skipped' | 'unexpected'>): number {
  const steps = fitting + skipped + unexpected;
  return steps === 0 ? 1 : fitting / steps;
}

/**
 * One event further. A step that does not fit is made to fit by the fewest required steps before it, which count as passed over (as tokens
 * that are missing are put in when a log is replayed on a net); where none helps, it counts as unexpected and the course stays where it is.
 *
 * @param before the ticket as the event found it
 */
export function keepConformance(course: Conformance, recorded: RecordedEvent, before: MaybeTicket): Conformance {
  const event = recorded as unknown as TicketEvent;
  const lead = leadNamed(event) ?? course.lead;
  const replayed = replay(course, processStep(recorded, before), lead);
  const owing = before === undefined ? { debts: course.debts, found: noneFound } : settle(course.debts, event, before);
  const found =
    owing.found.length === 0 ? replayed.found : [...replayed.found, ...owing.found.map((one) => withDepartment(one, lead))];
  if (replayed === course && owing.debts === course.debts && found === course.found && lead === course.lead) return course;
  return {
    ...replayed,
    owed: course.owed + owing.found.length,
    debts: owing.debts,
    found,
    ...(lead === undefined ? {} : { lead }),
  };
}

const noneFound: readonly Deviation[] = [];

function leadNamed(event: TicketEvent): string | undefined {
  return event.type === 'TicketRouted' || event.type === 'TicketDesignated' ? event.data.lead : undefined;
}

function replay(course: Conformance, step: string | undefined, lead: string | undefined): Conformance {
  if (step === undefined || !isProcessStep(step)) return course.found.length === 0 ? course : { ...course, found: noneFound };
  const move = moveAt(course.place, step);
  switch (move.kind) {
    case 'fits':
      return { ...course, place: move.to, fitting: course.fitting + 1, found: noneFound };
    case 'skips': {
      const found = move.steps.map((missing) => withDepartment({ way: 'skipped', name: `skipped-${nameOf(missing)}` }, lead));
      const missing = [...course.missing, ...move.steps];
      return { ...course, place: move.to, fitting: course.fitting + 1, skipped: course.skipped + found.length, missing, found };
    }
    case 'unexpected': {
      const place = course.missing.indexOf(step);
      const way = place < 0 ? 'unexpected' : 'out-of-order';
      const missing = place < 0 ? course.missing : course.missing.toSpliced(place, 1);
      const found = [withDepartment({ way, name: `${way}-${nameOf(step)}` }, lead)];
      return { ...course, unexpected: course.unexpected + 1, missing, found };
    }
  }
}

function withDepartment(deviation: Deviation, lead: string | undefined): Deviation {
  const department = deviation.department === '' ? lead : (deviation.department ?? lead);
  return { way: deviation.way, name: deviation.name, ...(department === undefined ? {} : { department }) };
}

/** `TicketClosed resolved` is `ticket-closed-resolved`; required steps have a name of their own. */
function nameOf(step: string): string {
  if (Object.hasOwn(requiredSteps, step)) return requiredSteps[step as keyof typeof requiredSteps].name;
  return step
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(' ', '-')
    .toLowerCase();
}

const byType = <Rule>(rules: readonly Rule[], typesOf: (rule: Rule) => readonly string[]) => {
  const found = new Map<string, Rule[]>();
  for (const rule of rules) for (const type of typesOf(rule)) found.set(type, [...(found.get(type) ?? []), rule]);
  return found;
};
const checksAt: ReadonlyMap<string, readonly Check[]> = byType(checks, ({ at }) => at);
const debtsDue: ReadonlyMap<string, readonly Debt[]> = byType(debts, ({ due }) => due);
/** Of most events nothing has to be asked. */
const touching = new Set([...debts.flatMap(({ about }) => about), ...debtsDue.keys(), ...checksAt.keys()].map(String));

function settle(owed: readonly string[], event: TicketEvent, before: NonNullable<MaybeTicket>) {
  if (!touching.has(event.type)) return { debts: owed, found: noneFound };
  const found: Deviation[] = [];
  let left = owed;
  for (const { name, paid, arises } of debts) {
    const whose = paid(event);
    if (whose !== undefined && left.length > 0)
      left = left.filter((one) => !(whose === all ? one.startsWith(`${name} `) : one === `${name} ${whose}`));
    const owing = arises(event, before);
    if (owing !== undefined && !left.includes(`${name} ${owing}`)) left = [...left, `${name} ${owing}`];
  }
  for (const { name } of debtsDue.get(event.type) ?? []) {
    for (const one of left)
      if (one.startsWith(`${name} `)) found.push({ way: 'owed', name, department: one.slice(name.length + 1) });
    if (found.length > 0) left = left.filter((one) => !one.startsWith(`${name} `));
  }
  for (const { name, missing } of checksAt.get(event.type) ?? [])
    for (const department of missing(before, event)) found.push({ way: 'owed', name, department });
  return { debts: left, found };
}
