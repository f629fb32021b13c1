import { isLate, isUnderWay, type Proposal } from '@ledgerline/domain';

/** From an instant up to, not with, another: RFC 3339, UTC. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** What came of proposals: `proposed`, `carriedOut` and `notDone` in a stretch of time, `underWay` and `overdueNow` when it is asked. */
export interface ProposalFigures {
  readonly proposed: number;
  readonly carriedOut: number;
  readonly notDone: number;
}
export interface ProposalsNow {
  readonly underWay: number;
  readonly overdueNow: number;
}

export function figuresIn(proposals: readonly Proposal[], stretch: Stretch): ProposalFigures {
  const outcomes = proposals.flatMap((proposal) => proposal.outcomes).filter(({ at }) => isIn(at, stretch));
  return {
    proposed: proposals.filter(({ raisedAt }) => isIn(raisedAt, stretch)).length,
    carriedOut: outcomes.filter(({ status }) => status === 'carried-out').length,
    notDone: outcomes.filter(({ status }) => status === 'refused').length,
  };
}

export function figuresNow(proposals: readonly Proposal[], now: string): ProposalsNow {
  return { underWay: proposals.filter(isUnderWay).length, overdueNow: proposals.filter((one) => isLate(one, now)).length };
}

/** Those that came to an outcome in it, the latest first. */
export function withOutcomeIn<Of extends Proposal>(proposals: readonly Of[], stretch: Stretch): readonly Of[] {
  const latest = ({ outcomes }: Proposal) => outcomes.at(-1)?.at ?? '';
  return proposals
    .filter(({ outcomes }) => outcomes.some(({ at }) => isIn(at, stretch)))
    .toSorted((a, b) => (latest(a) < latest(b) ? 1 : -1));
}

function isIn(at: string, { from, to }: Stretch): boolean {
  return from <= at && at < to;
}
