import type { ConcludePursuit, ReopenPursuit } from '@ledgerline/contracts';
import { isEndOf, isPursued, worksOnPursuit, type MaybePursuit, type PursuitEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { pursuedBy } from '../pursued-by.js';

type OnPursuit<Body> = Decide<Body, MaybePursuit, PursuitEvent>;

/** Won, kept or lost; what is lost is lost for a reason that can be counted. */
export const concludePursuit: OnPursuit<ConcludePursuit> = ({ as, why, text }, state, by) => {
  const pursuit = pursuedBy(state, by);
  if ('rejection' in pursuit) return pursuit;
  if (!isEndOf(pursuit.kind, as)) return rejected('not-an-end-of-it', { as });
  if (as === 'lost' && why === undefined) return rejected('loss-needs-a-reason');
  if (as !== 'lost' && why !== undefined) return rejected('reason-of-no-loss');
  return [{ type: 'PursuitConcluded', data: { person: pursuit.person, as, ...(why === undefined ? {} : { why }), text } }];
};

/** The customer comes back to it, or is at risk again. */
export const reopenPursuit: OnPursuit<ReopenPursuit> = ({ reason }, pursuit, by) => {
  if (pursuit === undefined) return rejected('pursuit-not-found');
  if (!worksOnPursuit(pursuit, by)) return rejected('not-its-pursuer');
  if (isPursued(pursuit)) return rejected('pursuit-not-ended');
  return [{ type: 'PursuitReopened', data: { person: pursuit.person, reason } }];
};
