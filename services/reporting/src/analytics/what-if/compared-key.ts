import type { ClockOutcome, ClockRun } from '@ledgerline/domain';

/** How a clock counts in a comparison: `other` was taken away in time, lapsed, or still runs; `none`: no rule starts it. */
export const fates = ['kept', 'broken', 'other', 'none'] as const;
export type Fate = (typeof fates)[number];

export function fateOf(outcome: ClockOutcome | undefined): Fate {
  switch (outcome) {
    case undefined:
      return 'none';
    case 'in-time':
      return 'kept';
    case 'late':
    case 'breached':
    case 'cancelled-late':
      return 'broken';
    case 'cancelled':
    case 'lapsed':
    case 'running':
    case 'held':
    case 'suspended':
      return 'other';
  }
}

/** `department clock before after`: what clocks are counted by; no department is an empty word. */
export type ComparedKey = string;

export interface Compared {
  readonly department: string | null;
  readonly clock: string;
  readonly before: Fate;
  readonly after: Fate;
}

export function keyOf(
  { department = '', clock }: Pick<ClockRun, 'department' | 'clock'>,
  before: Fate,
  after: Fate,
): ComparedKey {
  return `${department} ${clock} ${before} ${after}`;
}

export function comparedOf(key: ComparedKey): Compared {
  const [department = '', clock = '', before, after] = key.split(' ') as [string, string, Fate, Fate];
  return { department: department === '' ? null : department, clock, before, after };
}
