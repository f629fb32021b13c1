/** `law`: refused, unless comprehensive hours were approved; `rule`: told, and published all the same. */
export const findingKinds = {
  /** Labour Law, article 41: 8 hours and 3 of overtime a day. */
  'over-eleven-hours': 'law',
  /** Labour Law, article 38: a day off in each week. */
  'no-day-off-in-week': 'law',
  /** Labour Law, article 36: more is overtime. */
  'over-eight-hours': 'rule',
  /** 国务院令第174号: 40 hours a week. */
  'over-forty-hours': 'rule',
  /** Labour Law, article 41: 36 hours of overtime a month. A warning: which of it is made up for by rest (补休, article 44) no roster knows. */
  'over-thirty-six-hours-of-overtime': 'rule',
  'rest-too-short': 'rule',
  'day-not-planned': 'rule',
  understaffed: 'rule',
} as const;
export type FindingCode = keyof typeof findingKinds;

/** What a rule has to say of somebody's days, or weeks, or of how many there are on a day. */
export interface RosterFinding {
  readonly finding: FindingCode;
  readonly account?: string;
  /** The first of them; of a week its Monday, of a month its first. */
  readonly date: string;
  /** How many of them; of half hours of the day where too few are planned. */
  readonly times: number;
  /** The worst: most worked, or least rest. */
  readonly minutes?: number;
  /** The first half hour that is short: `08:30`. */
  readonly halfHour?: string;
}

export function breaksTheLaw({ finding }: RosterFinding): boolean {
  return findingKinds[finding] === 'law';
}
