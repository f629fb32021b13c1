import { isLate, outcomeOf, tellingOf, type Proposal, type ProposalCaller, type ProposalOutcome } from '@ledgerline/domain';

export interface Callers {
  readonly joined: number;
  readonly toTell: number;
  readonly told: number;
}

/** A proposal as lists show it. */
export type ShownProposal = Omit<Proposal, 'person' | 'callers' | 'outcomes' | 'overdue'> & {
  readonly id: string;
  readonly version: number;
  /** It is late now. */
  readonly overdue: boolean;
  /** How often its owner was reminded since it was late. */
  readonly reminded?: number;
  /** The last one. */
  readonly outcome?: ProposalOutcome;
  /** How many there were, where it is more than one. */
  readonly outcomes?: number;
  /** Not told where a list cannot count for the reader. */
  readonly callers?: Callers;
};

/** A proposal as it leaves the service: without its key, and without its tickets one by one. `callers`: of those that the reader may see. */
export function shownProposal(
  {
    person: _person,
    callers: _callers,
    outcomes,
    overdue,
    ...proposal
  }: Proposal & { readonly id: string; readonly version: number },
  { now, callers }: { readonly now: string; readonly callers: Callers | undefined },
): ShownProposal {
  const outcome = outcomeOf({ ...proposal, outcomes });
  return {
    ...proposal,
    overdue: isLate(proposal, now),
    ...(overdue === undefined ? {} : { reminded: overdue.times }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(outcomes.length > 1 ? { outcomes: outcomes.length } : {}),
    ...(callers === undefined ? {} : { callers }),
  };
}

export function countedCallers(proposal: Proposal, seen: readonly ProposalCaller[]): Callers {
  const telling = seen.map((caller) => tellingOf(proposal, caller));
  const count = (wanted: string) => telling.filter((one) => one === wanted).length;
  return { joined: seen.length, toTell: count('to-tell'), told: count('told') };
}
