import { durationOf, type WorkDuration } from '../calendar/work-duration.js';
import type { ClockName } from '../policy/policy.js';
import type { FactsFrom } from './clock-book.js';
import type { ClockRun } from './clock-run.js';
import { changesOf, placedAt } from './due-changes.js';
import { ruleOf } from './rule-of-run.js';
import type { DueMove, Judging, RunDue, RunRule } from './run-due.js';
import { counted, startDeadline, type Deadline } from './timekeeper.js';

/**
 * The due time of a run as it stood at an instant, with the holds, suspensions and extensions up to it (deadlines.md,
 * "Arithmetic"). undefined where the policy has no rule: the clock does not run.
 */
export function dueOfRun(run: ClockRun, until: number, judging: Judging): RunDue | undefined {
  return dueUnder(regimesOf(run, until, judging.book.facts), run, until, judging);
}

/** What was known of the ticket from the run's start on, as far as it was known by an instant; of most tickets it never changes. */
function regimesOf({ startedAt }: ClockRun, until: number, facts: readonly FactsFrom[]): readonly FactsFrom[] {
  if (facts.length < 2) return facts;
  const first = facts.findLastIndex(({ at }) => at <= startedAt);
  return atHome(facts.slice(Math.max(0, first)).filter(({ at }, place) => place === 0 || at <= until));
}

/** A transfer to another site leaves running clocks by the site where they started: only level, kind and item select anew. */
function atHome(regimes: readonly FactsFrom[]): readonly FactsFrom[] {
  const site = regimes[0]?.facts.site;
  if (site === undefined || regimes.every(({ facts }) => facts.site === site)) return regimes;
  return regimes.map((one) => ({ ...one, facts: { ...one.facts, site } }));
}

/**
 * A change of level, kind or item selects the rule anew, from the run's start; a raise to urgent gives the earlier of the
 * old due time and raise + limit.
 */
function dueUnder(regimes: readonly FactsFrom[], run: ClockRun, until: number, judging: Judging): RunDue | undefined {
  const regime = regimes.at(-1);
  const rule = regime && ruleOf(run, regime.facts, judging);
  if (regime === undefined || rule === undefined) return undefined;
  const raisedAt = regime.raisedAt ?? run.startedAt;
  const begun = begin(run, rule, { from: Math.max(raisedAt, run.startedAt), until }, judging);
  if (raisedAt <= run.startedAt) return progressed(run, begun, until, judging);
  const calm = untilRaised(regimes, raisedAt);
  // What its limit is a fraction of was not raised either by then.
  const book = { ...judging.book, facts: untilRaised(judging.book.facts, raisedAt) };
  const before = dueUnder(calm, run, raisedAt, { ...judging, book });
  const old = before?.current?.due;
  const keepsOld = old !== undefined && (begun.base === undefined || old < begun.base.due);
  const base = keepsOld ? placedAt(begun.base ?? { due: old }, old, rule.timekeeper) : begun.base;
  if (base === undefined) return begun;
  const raised: DueMove = { move: 'raised', at: raisedAt, due: base.due };
  return progressed(run, { ...begun, base, current: base, moves: [...(before?.moves ?? []), raised] }, until, judging);
}

function untilRaised(regimes: readonly FactsFrom[], raisedAt: number): readonly FactsFrom[] {
  return regimes.slice(0, regimes.findLastIndex(({ at, facts }) => at <= raisedAt && facts.level !== 'urgent') + 1);
}

interface Between {
  readonly from: number;
  readonly until: number;
}

const unmoved: readonly DueMove[] = [];

function begin(run: ClockRun, rule: RunRule, { from, until }: Between, judging: Judging): RunDue {
  if (run.fixedDue !== undefined)
    return { rule, from, base: { due: run.fixedDue }, current: { due: run.fixedDue }, moves: unmoved };
  const limit = limitOf(run, rule, until, judging);
  if (limit === undefined) return { rule, from, moves: unmoved };
  const base = startDeadline(rule.timekeeper, from, limit);
  return base === undefined ? { rule, from, limit, moves: unmoved } : { rule, from, limit, base, current: base, moves: unmoved };
}

function progressed(run: ClockRun, begun: RunDue, until: number, judging: Judging): RunDue {
  const { rule, from } = begun;
  const dueBefore = (handle: ClockRun, at: number) =>
    dueOfRun({ ...handle, extensions: handle.extensions.filter((extension) => extension.at < at) }, at, judging);
  const changes = changesOf(run, rule, { from, until, judging, dueBefore });
  if (changes.length === 0) return begun;
  const moves = [...begun.moves];
  let current: Deadline | undefined = begun.current;
  for (const change of changes) {
    if (current === undefined) break;
    const { next, told } = change.apply(current);
    if (next && next.due !== current.due) moves.push(told(next.due));
    current = next;
  }
  const { current: _before, ...rest } = begun;
  return { ...rest, ...(current === undefined ? {} : { current }), moves };
}

/**
 * `{of, fraction}` is that share of the working time between start and due of the other clock of the same assignment, before
 * holds and extensions moved it.
 */
function limitOf(run: ClockRun, { rule }: RunRule, until: number, judging: Judging): WorkDuration | undefined {
  const { within } = rule;
  if (typeof within === 'string') return durationOf(within);
  const other = measuredBy(run, within.of, judging.book.runs);
  const due = other && dueOfRun(other, until, judging);
  if (due?.base === undefined) return undefined;
  const work = counted(due.rule.timekeeper, due.from, due.base.due);
  return { kind: 'time', milliseconds: Math.round(work * within.fraction) };
}

/** The last one of a name that had started by then: of the same assignment, else of none. */
function measuredBy(run: ClockRun, name: ClockName, runs: readonly ClockRun[]): ClockRun | undefined {
  let ofNone: ClockRun | undefined;
  for (let place = runs.length - 1; place >= 0; place -= 1) {
    const other = runs[place] as ClockRun;
    if (other.clock !== name || other.startedAt > run.startedAt) continue;
    if (other.assignment === run.assignment) return other;
    if (other.assignment === undefined) ofNone ??= other;
  }
  return ofNone;
}
