import type { ClockConditions, Policy } from '../policy/policy.js';
import type { ClockRun } from './clock-run.js';
import type { PinnedCalendar, PinnedPolicy } from './rulebook.js';
import type { Judging, RunRule } from './run-due.js';
import { selectRule, type SelectedRule } from './select-rule.js';

/** The rule for a run under given facts, in the policy version that it is pinned to. */
export function ruleOf(run: ClockRun, facts: ClockConditions, { rulebook, known }: Judging): RunRule | undefined {
  const asKnown = known ?? run.knownAt;
  const pinned = rulebook.policy(run.startedAt, asKnown);
  if (pinned === undefined || (run.clock === 'check' && !pinned.policy.checkResults)) return undefined;
  const selected = selectRule(pinned.policy, run.clock, facts, run.department) ?? appointed(run);
  if (selected === undefined) return undefined;
  const isElapsed = selected.rule.calendar === 'elapsed';
  const code = isElapsed ? calendarNamedIn(pinned.policy) : selected.rule.calendar;
  const calendar = code === undefined ? undefined : rulebook.calendar(code, run.startedAt, asKnown);
  return isElapsed || calendar !== undefined ? pinnedRule(selected, pinned, calendar) : undefined;
}

/** A date that a person named needs no rule of the policy; with one it has its warnings and escalations too. */
function appointed({ clock, fixedDue }: ClockRun): SelectedRule | undefined {
  return fixedDue === undefined ? undefined : { rule: { clock, within: 'PT0S', calendar: 'elapsed' }, place: -1 };
}

/** In whose zone elapsed time is told: the first calendar that the policy names. */
function calendarNamedIn({ clocks }: Policy): string | undefined {
  for (const { calendar } of clocks) if (calendar !== 'elapsed') return calendar;
  return undefined;
}

/** The last one that was made of each rule: millions of clocks go by the same policy and calendar version. */
const made = new WeakMap<
  SelectedRule,
  { readonly of: PinnedPolicy; readonly calendar: PinnedCalendar | undefined; readonly rule: RunRule }
>();

function pinnedRule(selected: SelectedRule, of: PinnedPolicy, calendar: PinnedCalendar | undefined): RunRule {
  const before = made.get(selected);
  if (before?.of === of && before.calendar === calendar) return before.rule;
  const rule = newRule(selected, of, calendar);
  if (selected.place >= 0) made.set(selected, { of, calendar, rule });
  return rule;
}

function newRule({ rule, place }: SelectedRule, pinned: PinnedPolicy, calendar: PinnedCalendar | undefined): RunRule {
  if (rule.calendar === 'elapsed') {
    const zone = calendar?.working.calendar.timeZone;
    return { ...pinned, rule, place, timekeeper: 'elapsed', ...(zone === undefined ? {} : { zone }) };
  }
  const { working } = calendar as PinnedCalendar; // a rule on a calendar that is not there starts no clock
  return { ...pinned, rule, place, timekeeper: working, calendar: calendar as PinnedCalendar };
}
