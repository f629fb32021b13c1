import type { ProblemRecord } from '@ledgerline/domain';

/** Of the tickets that the reader may see; a list does not look at what has become of each. */
export interface LinkedCount {
  readonly linked: number;
  readonly open?: number;
}

/** A problem as lists show it. */
export type ShownProblem = Omit<ProblemRecord, 'person' | 'tickets'> & {
  readonly id: string;
  readonly version: number;
  /** Not told where a list cannot count for the reader. */
  readonly tickets?: LinkedCount;
};

/** A problem as it leaves the service: without its key, and without its tickets one by one. */
export function shownProblem(
  { person: _person, tickets: _tickets, ...problem }: ProblemRecord & { readonly id: string; readonly version: number },
  tickets: LinkedCount | undefined,
): ShownProblem {
  return { ...problem, ...(tickets === undefined ? {} : { tickets }) };
}
