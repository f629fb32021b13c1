import type { PeriodKind } from '../digest/digest-period.js';
import type { Kind, Level, TicketChannel } from '../ticket/ticket-words.js';

/**
 * What an agent did for a caller, as far as it is looked at: took the matter in, answered it at once, gave the reply. `dissatisfied` is an answer or
 * a reply of which the caller said that they are not content with it; it belongs to the period in which they said so.
 */
export const workKinds = ['registration', 'answer', 'reply', 'dissatisfied'] as const;
export type WorkKind = (typeof workKinds)[number];

/** Of each agent so many, or such a share (rounded up), drawn by lot from what fits. */
export interface Stratum {
  readonly work: WorkKind;
  readonly when?: { readonly channel?: TicketChannel; readonly kind?: Kind; readonly level?: Level };
  readonly take: { readonly count: number } | { readonly share: number };
}

/** A sampling rule (抽样规则, R12), a governed document: what is looked at of each period, drawn once when that is over. */
export interface SamplingRule {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly title: string;
  /** Code of the score sheet. */
  readonly sheet: string;
  readonly period: PeriodKind;
  readonly strata: readonly Stratum[];
}

/** Of one agent in one stratum at most, however large the share. */
export const mostOfAgent = 200;
/** Pieces of work in one sample at most: beyond that the rule asks for more than people can look at. */
export const mostInSample = 5_000;

/** How many of so many. */
export function wantedOf({ take }: Pick<Stratum, 'take'>, population: number): number {
  const wanted = 'count' in take ? take.count : Math.ceil(take.share * population - 1e-9);
  return Math.min(wanted, population, mostOfAgent);
}
