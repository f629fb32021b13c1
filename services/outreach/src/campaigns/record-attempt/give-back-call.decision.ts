import { powerOf, type ListedCallEvent, type MaybeListedCall } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Before anybody was called: it is the next agent's. @param campaign whose call it has to be */
export function giveBackCall(campaign: string): Decide<unknown, MaybeListedCall, ListedCallEvent> {
  return (_command, call, circumstances) => {
    if (call === undefined || call.campaign !== campaign) return rejected('call-not-found');
    if (call.status !== 'waiting') return rejected('call-is-over');
    if (call.taken?.by !== powerOf(circumstances)) return rejected('call-not-on-hand');
    return [{ type: 'CallGivenBack', data: {} }];
  };
}
