import { powerOf, type ListedCall, type MaybeListedCall } from '@ledgerline/domain';
import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';

/** The call that somebody has before them; when its time is over it is theirs still, until another takes it. @param campaign whose call it has to be */
export function onHand(call: MaybeListedCall, campaign: string, by: ByWhom): ListedCall | Rejection {
  if (call === undefined || call.campaign !== campaign) return rejected('call-not-found');
  if (call.status !== 'waiting') return rejected('call-is-over');
  return call.taken?.by === powerOf(by) ? call : rejected('call-not-on-hand');
}
