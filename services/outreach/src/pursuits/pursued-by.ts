import { isPursued, worksOnPursuit, type MaybePursuit, type Pursuit } from '@ledgerline/domain';
import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';

/** What is still under way, to whoever works on it. */
export function pursuedBy(pursuit: MaybePursuit, by: ByWhom): Pursuit | Rejection {
  if (pursuit === undefined) return rejected('pursuit-not-found');
  if (!worksOnPursuit(pursuit, by)) return rejected('not-its-pursuer');
  return isPursued(pursuit) ? pursuit : rejected('pursuit-has-ended', { stage: pursuit.stage });
}
