import type { Digest, DigestEvent, DigestEvents, DigestRounds } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** A digest is made once: whoever made another meanwhile has delivered the same. */
export function deliverDigest(data: DigestEvents['DigestDelivered']): Decide<unknown, Digest, DigestEvent> {
  return (_command, digest) =>
    digest === undefined ? [{ type: 'DigestDelivered', data }] : rejected('digest-already-delivered');
}

/** A period is over for a schedule when all its readers have theirs. */
export function recordRound(data: DigestEvents['DigestsSent']): Decide<unknown, DigestRounds, DigestEvent> {
  return (_command, rounds) =>
    rounds !== undefined && rounds.through >= data.period.to
      ? rejected('digest-already-delivered')
      : [{ type: 'DigestsSent', data }];
}
