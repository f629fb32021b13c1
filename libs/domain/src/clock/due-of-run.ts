import { durationOf, type WorkDuration } from '../calendar/work-duration.js';
import type { ClockConditions } from '../policy/policy.js';
import type { FactsFrom } from './clock-book.js';
import type { ClockRun } from './clock-run.js';
import { changesOf, placedAt } from './due-changes.js';
import type { DueMove, Judging, RunDue, RunRule } from './run-due.js';
import { selectRule, type SelectedRule } from './select-rule.js';
import { counted, startDeadline, type Deadline } from './timekeeper.js';

/**
 * The due time of a run as it stood at an instant, with the holds, suspensions and extensions up to it (deadlines.md,
 * "Arithmetic"). undefined where the policy has no rule: the clock does not run.
 */
export function dueOfRun(run: ClockRun, until: number, judging: Judging): RunDue | undefined {
  const first = judging.book.facts.findLastIndex(({ at }) => at <= run.startedAt);
  const regimes = judging.book.facts.slice(Math.max(0, first)).filter(({ at }, place) => place === 0 || at <= until);
  return dueUnder(atHome(regimes), run, until, judging);
}

/** A transfer to another site leaves running clocks by the site where they started: only level, kind and item select anew. */
function atHome(regimes: readonly FactsFrom[]): readonly FactsFrom[] {
  const site = regimes[0]?.facts.site;
  if (site === undefined || regimes.every(({ facts }) => facts.site === site)) return regimes;
  return regimes.map((one) => ({ ...one, facts: { ...one.facts, site } }));
}

/** The rule for a run under given facts, in the policy version that it is pinned to. */
export function ruleOf(run: ClockRun, facts: ClockConditions, { rulebook, known }: Judging): RunRule | undefined {
  const asKnown = known ?? run.knownAt;
  const pinned = rulebook.policy(run.startedAt, asKnown);
  if (pinned === undefined || (run.clock === 'check' && !pinned.policy.checkResults)) return undefined;
  const department = run.department === undefined ? {} : { department: run.department };
  const selected = selectRule(pinned.policy, run.clock, { ...facts, ...department }) ?? appointed(run);
  if (selected === undefined) return undefined;
  const calendarOf = (code: string) => rulebook.calendar(code, run.startedAt, asKnown);
  if (selected.rule.calendar === 'elapsed') {
    const named = pinned.policy.clocks.find(({ calendar }) => calendar !== 'elapsed')?.calendar;
    const zone = named === undefined ? undefined : calendarOf(named)?.working.calendar.timeZone;
    return { ...pinned, ...selected, timekeeper: 'elapsed', ...(zone === undefined ? {} : { zone }) };
  }
  const calendar = calendarOf(selected.rule.calendar);
  return calendar && { ...pinned, ...selected, timekeeper: calendar.working, calendar };
}

/** A date that a person named needs no rule of the policy; with one it has its warnings and escalations too. */
function appointed({ clock, fixedDue }: ClockRun): SelectedRule | undefined {
  return fixedDue === undefined ? undefined : { rule: { clock, within: 'PT0S', calendar: 'elapsed' }, place: -1 };
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
  const calm = regimes.slice(0, regimes.findLastIndex(({ facts }) => facts.level !== 'urgent') + 1);
  const before = dueUnder(calm, run, raisedAt, judging);
  const old = before?.current?.due;
  const keepsOld = old !== undefined && (begun.base === undefined || old < begun.base.due);
  const base = keepsOld ? placedAt(begun.base ?? { due: old }, old, rule.timekeeper) : begun.base;
  if (base === undefined) return begun;
  const raised: DueMove = { move: 'raised', at: raisedAt, due: base.due };
  return progressed(run, { ...begun, base, current: base, moves: [...(before?.moves ?? []), raised] }, until, judging);
}

interface Between {
  readonly from: number;
  readonly until: number;
}

function begin(run: ClockRun, rule: RunRule, { from, until }: Between, judging: Judging): RunDue {
  if (run.fixedDue !== undefined) return { rule, from, base: { due: run.fixedDue }, current: { due: run.fixedDue }, moves: [] };
  const limit = limitOf(run, rule, until, judging);
  const base = limit && startDeadline(rule.timekeeper, from, limit);
  return {
    rule,
    from,
    ...(limit === undefined ? {} : { limit }),
    ...(base === undefined ? {} : { base, current: base }),
    moves: [],
  };
}

function progressed(run: ClockRun, begun: RunDue, until: number, judging: Judging): RunDue {
  const { rule, from } = begun;
  const dueBefore = (handle: ClockRun, at: number) =>
    dueOfRun({ ...handle, extensions: handle.extensions.filter((extension) => extension.at < at) }, at, judging);
  const moves = [...begun.moves];
  let current: Deadline | undefined = begun.current;
  for (const change of changesOf(run, rule, { from, until, judging, dueBefore })) {
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
  const others = judging.book.runs.filter(({ clock, startedAt }) => clock === within.of && startedAt <= run.startedAt);
  const other =
    others.findLast(({ assignment }) => assignment === run.assignment) ??
    others.findLast(({ assignment }) => assignment === undefined);
  const due = other && dueOfRun(other, until, judging);
  if (due?.base === undefined) return undefined;
  const work = counted(due.rule.timekeeper, due.from, due.base.due);
  return { kind: 'time', milliseconds: Math.round(work * within.fraction) };
}
