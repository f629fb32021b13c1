import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';
import type { ContractTerm } from './legal-limit.js';
import type { LeaveKind, OverrideName, RuleRef } from './probation-rule.js';

/** Wages a month in fen: what a regular employee of the post gets, and what is paid on probation. */
export interface AgreedPay {
  readonly regular: number;
  readonly probation: number;
}

/** A condition of employment (录用条件) that was not met, and how that is known. */
export interface UnmetCondition {
  /** Its number in the list that the employee was told of. */
  readonly condition: number;
  readonly proof: string;
}

/** What a leave is for: health and family are nobody's business who does not need it. */
export interface AboutLeave {
  readonly kind: LeaveKind;
  /** Of a day's wage. */
  readonly payPercent: number;
  readonly reason: string;
  /** What was shown for it, and who has seen it. */
  readonly proof?: string;
}

/** Working days of the roster as it was when it was granted; `half`: half of the one. */
export interface LeaveDays {
  readonly dates: readonly string[];
  readonly half: boolean;
}

export const reviewResults = ['meets', 'partly', 'does-not-meet'] as const;
export type ReviewResult = (typeof reviewResults)[number];

/**
 * Every event of a probation (R13) by wire name. Dates are `YYYY-MM-DD` in `timeZone`. What is said of the employee is sealed with the employee's own key,
 * `person`. Requests count from 1.
 */
export interface ProbationEvents {
  ProbationBegun: Of & {
    readonly name: Personal<string>;
    readonly employeeNumber?: Personal<string>;
    /** Their account, where they have one. */
    readonly account?: string;
    readonly department: string;
    /** A code of the rule's posts, or one of the house's own. */
    readonly post: string;
    readonly reportsOn: string;
    readonly contract: ContractTerm;
    readonly months: number;
    readonly lastDay: string;
    readonly timeZone: string;
    readonly reminders: { readonly days: readonly number[]; readonly at: string };
    /** The version in force when it began: it is judged by it for ever. */
    readonly rule: RuleRef;
    readonly roster: string;
    readonly pay: Personal<AgreedPay>;
    /** Whether its managers see what is paid. */
    readonly payShownToManagers: boolean;
    /** What the rule says and the law forbids, turned on when it began. */
    readonly overrides: readonly OverrideName[];
  };
  /** They never came, or it was a mistake: it does not count as their one probation. */
  ProbationAnnulled: Reason;
  /** What the employee has to meet, and when they were told: a list replaces the one before. */
  EmploymentConditionsTold: Of & {
    readonly edition: number;
    readonly conditions: Personal<readonly string[]>;
    readonly toldOn: string;
  };
  EarlyConfirmationRequested: Reason & Request & { readonly on: string };
  /** With the employee's word, and from which day that is. */
  ProbationExtensionRequested: Reason & Request & { readonly lastDay: string; readonly agreedOn: string };
  ProbationEndingRequested: Reason &
    Request & {
      readonly unmet: Personal<readonly UnmetCondition[]>;
      /** 《劳动合同法》第四十三条: the union is told beforehand. */
      readonly unionToldOn?: string;
    };
  ProbationRequestRefused: Reason & Request;
  ProbationRequestWithdrawn: Reason & Request;
  ProbationExtended: Request & { readonly lastDay: string };
  /** The house may end it: in force once the employee is told, on the last day at the latest. */
  ProbationEndingApproved: Request;
  /** Regular from this day on: confirmed early, or because the last day passed. Requests that were not decided lapse. */
  EmployeeBecameRegular: {
    readonly on: string;
    readonly why: 'confirmed-early' | 'last-day-passed';
    readonly request?: number;
    readonly told?: readonly string[];
  };
  EmploymentEnded: Of & {
    readonly by: 'employee' | 'employer';
    /** When the other side was told. */
    readonly toldOn: string;
    /** The last day of work. */
    readonly endsOn: string;
    readonly reason?: Personal<string>;
    readonly request?: number;
  };
  /** Another wage from a day on, and another post where it came with one. */
  ProbationPayChanged: Reason & { readonly from: string; readonly pay: Personal<AgreedPay>; readonly post?: string };
  FestivalBonusSet: Of & {
    readonly on: string;
    readonly festival: Personal<string>;
    /** Fen: what a regular employee gets, and what is paid on probation. */
    readonly bonus: Personal<{ readonly regular: number; readonly amount: number }>;
  };
  /** Leaves count from 1. `request`: the chairman has approved it. */
  LeaveGranted: Of & LeaveDays & { readonly leave: number; readonly about: Personal<AboutLeave>; readonly request?: number };
  LeaveWithdrawn: Reason & { readonly leave: number };
  /** More personal leave than the rule gives. */
  MoreLeaveRequested: Reason & Request & LeaveDays & { readonly about: Personal<AboutLeave> };
  /** A paper was shown, and so many of it were kept. `purpose`: of a sensitive one. */
  EntryDocumentSeen: Of & {
    readonly document: string;
    readonly kept: number;
    readonly hospital?: Personal<string>;
    readonly purpose?: string;
  };
  FormalityCompleted: { readonly formality: string };
  FormalityNotNeeded: Reason & { readonly formality: string };
  ObjectivesSet: Of & { readonly objectives: Personal<readonly string[]> };
  MentorNamed: { readonly mentor: string };
  ProbationReviewed: Of & { readonly on: string; readonly result: Personal<ReviewResult>; readonly text: Personal<string> };
  /** So many days before the last day; who was told. */
  ProbationReminded: { readonly lastDay: string; readonly days: number; readonly told: readonly string[] };
}
interface Of {
  readonly person: string;
}
interface Reason extends Of {
  readonly reason: Personal<string>;
}
interface Request {
  readonly request: number;
}

export type ProbationEventType = keyof ProbationEvents;
export type ProbationEvent = EventOf<ProbationEvents>;

const reason = ['reason'];

export const probationEventDefinitions: readonly EventDefinition[] = definitionsOf<ProbationEventType>({
  ProbationBegun: ['name', 'employeeNumber', 'pay'],
  ProbationAnnulled: reason,
  EmploymentConditionsTold: ['conditions'],
  EarlyConfirmationRequested: reason,
  ProbationExtensionRequested: reason,
  ProbationEndingRequested: ['reason', 'unmet'],
  ProbationRequestRefused: reason,
  ProbationRequestWithdrawn: reason,
  ProbationExtended: undefined,
  ProbationEndingApproved: undefined,
  EmployeeBecameRegular: undefined,
  EmploymentEnded: reason,
  ProbationReminded: undefined,
  ProbationPayChanged: ['pay', 'reason'],
  FestivalBonusSet: ['festival', 'bonus'],
  LeaveGranted: ['about'],
  LeaveWithdrawn: reason,
  MoreLeaveRequested: ['about', 'reason'],
  EntryDocumentSeen: ['hospital'],
  FormalityCompleted: undefined,
  FormalityNotNeeded: reason,
  ObjectivesSet: ['objectives'],
  MentorNamed: undefined,
  ProbationReviewed: ['result', 'text'],
});
