import type { InBothLanguages } from '../calendar/deadline-sentence.js';

/** A queue (队列) that calls wait in. */
export interface Queue extends InBothLanguages {
  readonly code: string;
  /** Numbers that are called, as the telephone system writes them. */
  readonly numbers: readonly string[];
  /** 1 is answered first. */
  readonly priority: number;
  /** Whose figures its calls are; without one those of the site that runs the installation. */
  readonly site?: string;
}

/** The centre's telephone rule (话务规则, R12), a governed document: queues, reasons of breaks, and what figures are measured by. */
export interface TelephonyRule {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly queues: readonly Queue[];
  readonly breaks: readonly (InBothLanguages & { readonly code: string })[];
  /** So many seconds to be answered within, and the share of calls that should be. */
  readonly serviceLevel: { readonly within: number; readonly target: number };
  /** Seconds: who hangs up sooner has not waited, and is in no figure. */
  readonly shortAbandon: number;
  /** Seconds: what the telephone system tells later than this is marked as late. */
  readonly lateAfter: number;
  /** Days in which a caller who was helped at once does not come back about the same ticket. */
  readonly firstContact: { readonly days: number };
}

/** What a call is measured by: of the version in force when it came into the queue, for ever. */
export interface CallTerms {
  readonly draft: number;
  readonly within: number;
  readonly shortAbandon: number;
}

/** The one document of its kind that is in force. */
export const telephonyRuleCode = 'default';
