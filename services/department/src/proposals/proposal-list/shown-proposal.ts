import { isLate, outcomeOf, tellingOf, type Proposal, type ProposalCaller } from '@ledgerline/domain';

export interface Callers {
  readonly joined: number;
  readonly toTell: number;
  readonly told: number;
}

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
) {
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
