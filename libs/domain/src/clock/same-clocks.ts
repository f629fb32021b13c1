import { canonicalJson } from '@ledgerline/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Policy } from '../policy/policy.js';
import type { ClockBook } from './clock-book.js';
import type { ClockRun } from './clock-run.js';
import type { Rulebook } from './rulebook.js';
import { sameRules, type SameRules } from './same-rules.js';

type MaybePolicy = Policy | undefined;

/**
 * Which clocks come out the same by two rulebooks, whatever happened to them: their rules and calendars are the same, and those of the
 * clocks that they are measured by. Told without judging anything.
 */
export class SameClocks {
  private readonly rules = new Map<MaybePolicy, Map<MaybePolicy, SameRules>>();
  private readonly texts = new Map<WorkingCalendar, string>();

  constructor(
    private readonly one: Rulebook,
    private readonly other: Rulebook,
  ) {}

  /** Of a book's clocks; where they began under several versions none is said to come out the same. */
  of({ runs }: Pick<ClockBook, 'runs'>): (run: Pick<ClockRun, 'clock'>) => boolean {
    const [first] = runs;
    const [one, other] = first === undefined ? [] : [policyOf(first, this.one), policyOf(first, this.other)];
    const rules = this.rulesOf(one, other);
    const isOfOneVersion = (run: ClockRun) => policyOf(run, this.one) === one && policyOf(run, this.other) === other;
    if (rules.size === 0 || !runs.every(isOfOneVersion)) return () => false;
    const changed = this.changedCalendars(runs, new Set([...rules.values()].flat()));
    return ({ clock }) => rules.get(clock)?.every((code) => !changed.has(code)) ?? false;
  }

  private rulesOf(one: MaybePolicy, other: MaybePolicy): SameRules {
    const ofOne = this.rules.get(one) ?? new Map<MaybePolicy, SameRules>();
    const found = ofOne.get(other) ?? sameRules(one, other);
    this.rules.set(one, ofOne.set(other, found));
    return found;
  }

  private changedCalendars(runs: readonly ClockRun[], codes: ReadonlySet<string>): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const code of codes) if (runs.some((run) => !this.isSameCalendar(code, run))) changed.add(code);
    return changed;
  }

  private isSameCalendar(code: string, { startedAt, knownAt }: ClockRun): boolean {
    const one = this.one.calendar(code, startedAt, knownAt)?.working;
    const other = this.other.calendar(code, startedAt, knownAt)?.working;
    return one === other || (one !== undefined && other !== undefined && this.textOf(one) === this.textOf(other));
  }

  private textOf(working: WorkingCalendar): string {
    const text = this.texts.get(working) ?? canonicalJson(working.calendar);
    this.texts.set(working, text);
    return text;
  }
}

function policyOf({ startedAt, knownAt }: ClockRun, rulebook: Rulebook): MaybePolicy {
  return rulebook.policy(startedAt, knownAt)?.policy;
}
