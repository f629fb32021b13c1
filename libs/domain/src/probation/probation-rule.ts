/** What somebody on probation may be away for. */
export const leaveKinds = ['personal', 'sick', 'bereavement', 'marriage', 'home'] as const;
export type LeaveKind = (typeof leaveKinds)[number];

/** What a company's rule may say though the law forbids it: off unless the rule takes its warning on itself, word by word. */
export const overrideWarnings = {
  'no-marriage-leave': 'marriage-leave-is-statutory',
  'ask-sensitive-documents': 'more-than-the-contract-needs',
} as const;
export type OverrideName = keyof typeof overrideWarnings;
export const overrideNames = Object.keys(overrideWarnings) as readonly OverrideName[];

/** Turned on: the warning that was read, and what for. It stands in the approved document, and in each probation that begins under it. */
export interface RuleOverride {
  readonly override: OverrideName;
  readonly warning: (typeof overrideWarnings)[OverrideName];
  readonly purpose: string;
}

/** A paper that is asked for on entry (R13.4). */
export interface EntryDocument {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** What the house keeps of it; of what is `copy` the original is seen and given back. */
  readonly keeps: 'copy' | 'original';
  /** How many of it, one unless given: four photos. */
  readonly count?: number;
  /** A hospital of county level or higher has to have made it. */
  readonly hospital?: true;
  /** Of these posts alone. */
  readonly posts?: readonly string[];
  /** More than a contract of employment needs: asked for only where the override is on. */
  readonly sensitive?: true;
}

/** What the office sees to (R13.5), within so many days after the day of reporting. */
export interface Formality {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly within: number;
  /** Board and lodging: not for everybody. */
  readonly whereNeeded?: true;
}

export interface LeaveTerms {
  /** Days in all; without it as many as the law or the proof gives. */
  readonly most?: number;
  /** Of a day's wage, as a regular employee gets it. */
  readonly payPercent: number;
  readonly needsProof?: true;
}

/** The company's rule about probation: a governed document (R6.5). Money is in fen. */
export interface ProbationRule {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly timeZone: string;
  /** Code of the calendar whose days without shifts are the rest days, unless a probation names another. */
  readonly roster: string;
  readonly months: number;
  readonly reminders: { readonly days: readonly number[]; readonly at: string };
  readonly pay: {
    /** Of the agreed wage, where a probation does not name its own wage. */
    readonly percent: number;
    /** The local minimum wage a month, from a date on. */
    readonly localMinimums: readonly { readonly from: string; readonly monthly: number }[];
    readonly festivalBonusPercent: number;
    readonly shownToManagers: boolean;
  };
  readonly leave: Readonly<Record<Exclude<LeaveKind, 'home'>, LeaveTerms>>;
  readonly posts: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  readonly documents: readonly EntryDocument[];
  readonly formalities: readonly Formality[];
  readonly overrides: readonly RuleOverride[];
}

/** A version of the rule, as probations name theirs. */
export interface RuleRef {
  readonly code: string;
  readonly draft: number;
}

/** 《劳动合同法》第二十条: never less than this part of the agreed wage. */
export const legalWagePercent = 80;

export function isOn({ overrides }: Pick<ProbationRule, 'overrides'>, name: OverrideName): boolean {
  return overrides.some(({ override }) => override === name);
}

/** The local minimum wage on a day, in fen a month; undefined where the rule knows none. */
export function localMinimumOn({ pay: { localMinimums } }: Pick<ProbationRule, 'pay'>, date: string): number | undefined {
  return localMinimums
    .filter(({ from }) => from <= date)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)?.monthly;
}
