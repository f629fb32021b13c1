import type { DomainEvent, Rejection } from '@ledgerline/kernel';

export type Decided = readonly DomainEvent[] | Rejection;

/** Types of the events, or the name of the rejection. */
export function outcome(decided: Decided): string {
  return Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;
}
