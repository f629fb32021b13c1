import type { ClockBook, FactsFrom } from '../clock/clock-book.js';
import type { ClockRun, GrantedExtension, HoldSpan, RunEnd, Suspension } from '../clock/clock-run.js';
import type { ClockConditions, ClockName } from '../policy/policy.js';
import type { HoldReason } from '../ticket/ticket-words.js';
import { clockOutcomes, type ClockOutcome } from './clock-fact.js';
import { PackedNumbers, PackingNumbers } from './packed-numbers.js';

/** Numbers that stand for words, the same for all books of a store. */
export interface Words {
  numberOf(word: string): number;
  wordOf(number: number): string;
}

/** What clocks are judged by, and how each came out: `outcomes` by place of the run, undefined where it did not run or is open. */
export interface KeptBook {
  readonly book: ClockBook;
  readonly outcomes: readonly (ClockOutcome | undefined)[];
}

/**
 * Starts, stops, holds and extensions of a ticket's clocks in some 300 bytes: what any policy can be tried on, by the very arithmetic
 * that judged them. Who had the ticket and what was told is left out; times are milliseconds after the ticket's first.
 */
export function packBook({ book, outcomes }: KeptBook, words: Words): Uint8Array {
  const zero = book.facts[0]?.at ?? 0;
  const out = new PackingNumbers().add(zero).add(book.facts.length).add(book.holds.length).add(book.runs.length);
  const time = (at: number | undefined) => out.addOr(at === undefined ? undefined : at - zero);
  const word = (text: string | undefined) => out.addOr(text === undefined ? undefined : words.numberOf(text));
  for (const { at, facts, raisedAt } of book.facts) {
    time(at);
    time(raisedAt);
    for (const name of factNames) word(facts[name]);
  }
  for (const { department, assignment, reason, information, from, to } of book.holds) {
    word(department);
    word(reason);
    time(from);
    time(to);
    out.addOr(assignment).add(information ? 1 : 0);
  }
  for (const [place, run] of book.runs.entries()) packRun(run, outcomes[place], { out, time, word });
  return out.packed();
}

interface Packing {
  readonly out: PackingNumbers;
  readonly time: (at: number | undefined) => PackingNumbers;
  readonly word: (text: string | undefined) => PackingNumbers;
}

function packRun(run: ClockRun, outcome: ClockOutcome | undefined, { out, time, word }: Packing): void {
  const { clock, department, part, assignment, startedAt, knownAt, fixedDue, end, submittedAt, attempts, acknowledgedAt } = run;
  word(clock);
  word(department);
  word(part);
  out.addOr(assignment);
  time(startedAt);
  out.add(knownAt - startedAt);
  time(fixedDue);
  time(end?.at);
  word(end?.how);
  word(end?.chargedTo);
  time(submittedAt);
  time(acknowledgedAt);
  out.addOr(attempts?.length);
  for (const at of attempts ?? []) time(at);
  out.add(run.suspensions.length);
  for (const { from, to, why } of run.suspensions) {
    time(from);
    time(to);
    word(why);
  }
  out.add(run.extensions.length);
  for (const extension of run.extensions) {
    time(extension.at);
    time(extension.by);
    word(extension.part);
  }
  out.addOr(outcome === undefined ? undefined : clockOutcomes.indexOf(outcome));
}

/** The book again: judged, it gives what the whole one gives. It cannot be folded on. */
export function unpackBook(bytes: Uint8Array, words: Words): KeptBook {
  const numbers = new PackedNumbers(bytes);
  const zero = numbers.next();
  const [factCount, holdCount, runCount] = [numbers.next(), numbers.next(), numbers.next()];
  const time = () => {
    const after = numbers.nextOr();
    return after === undefined ? undefined : zero + after;
  };
  const word = () => {
    const number = numbers.nextOr();
    return number === undefined ? undefined : words.wordOf(number);
  };
  const reading: Reading = { numbers, time, word };
  const facts = times(factCount, () => unpackFacts(reading));
  const holds = times(holdCount, () => unpackHold(reading));
  const counts = new Map<string, number>();
  const outcomes: (ClockOutcome | undefined)[] = [];
  const runs = times(runCount, () => {
    const run = unpackRun(reading, counts);
    const outcome = numbers.nextOr();
    outcomes.push(outcome === undefined ? undefined : clockOutcomes[outcome]);
    return run;
  });
  return { book: { ticket: undefined, runs, holds, facts, holders: [] }, outcomes };
}

interface Reading {
  readonly numbers: PackedNumbers;
  readonly time: () => number | undefined;
  readonly word: () => string | undefined;
}

const factNames = ['kind', 'level', 'item', 'channel', 'site', 'district'] as const satisfies readonly (keyof ClockConditions)[];

function unpackFacts({ time, word }: Reading): FactsFrom {
  const [at, raisedAt] = [time() as number, time()];
  const facts: Record<string, string> = {};
  for (const name of factNames) {
    const value = word();
    if (value !== undefined) facts[name] = value;
  }
  return { at, facts, ...(raisedAt === undefined ? {} : { raisedAt }) };
}

function unpackHold({ numbers, time, word }: Reading): HoldSpan {
  const [department, reason, from, to] = [word(), word() as HoldReason, time() as number, time()];
  const [assignment, information] = [numbers.nextOr(), numbers.next() === 1];
  return { reason, information, from, ...given({ department, to, assignment }) };
}

function unpackRun({ numbers, time, word }: Reading, counts: Map<string, number>): ClockRun {
  const clock = word() as ClockName;
  const count = (counts.get(clock) ?? 0) + 1;
  counts.set(clock, count);
  const [department, part, assignment] = [word(), word() as ClockRun['part'], numbers.nextOr()];
  const startedAt = time() as number;
  const knownAt = startedAt + numbers.next();
  const fixedDue = time();
  const [endAt, how, chargedTo] = [time(), word() as RunEnd['how'] | undefined, word()];
  const end = endAt === undefined || how === undefined ? undefined : { at: endAt, how, ...given({ chargedTo }) };
  const [submittedAt, acknowledgedAt] = [time(), time()];
  const attemptCount = numbers.nextOr();
  const attempts = attemptCount === undefined ? undefined : times(attemptCount, () => time() as number);
  const suspensions = times(numbers.next(), (): Suspension => {
    const [from, to] = [time() as number, time()];
    return { from, ...given({ to }), why: word() as Suspension['why'] };
  });
  const extensions = times(numbers.next(), (): GrantedExtension => {
    const [at, by] = [time() as number, time() as number];
    return { at, by, ...given({ part: word() as GrantedExtension['part'] }) };
  });
  const optional = given({ department, part, assignment, fixedDue, end, submittedAt, attempts, acknowledgedAt });
  return { clock, instance: `${clock}:${count}`, startedAt, knownAt, suspensions, extensions, ...optional };
}

function times<One>(count: number, one: () => One): readonly One[] {
  const all: One[] = [];
  while (all.length < count) all.push(one());
  return all;
}

/** The members that have a value. */
function given<Members extends object>(members: Members): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  const kept = {} as Record<string, unknown>;
  for (const name in members) if (members[name] !== undefined) kept[name] = members[name];
  return kept as { [Name in keyof Members]?: Exclude<Members[Name], undefined> };
}
