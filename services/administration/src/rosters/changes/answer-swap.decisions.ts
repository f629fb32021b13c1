import type { AgreeToSwap, DeclineSwap } from '@ledgerline/contracts';
import { powerOf, type RosterChange, type ShiftRoster } from '@ledgerline/domain';
import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';
import { onThere, type OnRoster } from '../on-roster.js';
import { openChange } from './open-change.js';

/** The other is asked, and nobody answers in their place. */
export const agreeToSwap: OnRoster<AgreeToSwap> = onThere(({ request }, roster, by) => {
  const found = askedOf(request, roster, by);
  return 'rejection' in found ? found : [{ type: 'RosterChangeAgreed', data: { request } }];
});

export const declineSwap: OnRoster<DeclineSwap> = onThere(({ request, reason }, roster, by) => {
  const found = askedOf(request, roster, by);
  return 'rejection' in found ? found : [{ type: 'RosterChangeDeclined', data: { person: roster.person, request, reason } }];
});

function askedOf(request: number, roster: ShiftRoster, by: ByWhom): RosterChange | Rejection {
  const found = openChange(request, roster, powerOf(by));
  if ('rejection' in found) return found;
  if (found.with !== powerOf(by)) return rejected('not-asked-of-you');
  return found.state === 'asked' ? found : rejected('request-is-decided', { request, state: found.state });
}
