import type { ListedCallEvent, MaybeListedCall } from '@ledgerline/domain';
import type { Decide } from '@ledgerline/kernel';
import { onHand } from './on-hand.js';

/** Before anybody was called: it is the next agent's. */
export const giveBackCall: Decide<{ readonly campaign: string }, MaybeListedCall, ListedCallEvent> = (
  { campaign },
  state,
  circumstances,
) => {
  const call = onHand(state, campaign, circumstances);
  return 'rejection' in call ? call : [{ type: 'CallGivenBack', data: {} }];
};
