import {
  heldFor,
  isHeldByAnother,
  mayBeTriedNow,
  type ListedCall,
  type ListedCallEvent,
  type MaybeListedCall,
} from '@ledgerline/domain';
import { rejected, type ByWhom, type Decide, type Rejection } from '@ledgerline/kernel';
import type { CallPermission } from '../../customer-base.js';
import type { GovernedCampaign } from '../campaign-of.js';

/**
 * An agent is about to call. Whoever may not be called (any more) is put on record as barred, and nobody calls. @param permission as the customer
 * base has it now; undefined where they are not there any more
 */
export function takeCall(
  governed: GovernedCampaign,
  permission: CallPermission | undefined,
): Decide<unknown, MaybeListedCall, ListedCallEvent> {
  return (_command, state, circumstances) => {
    const { at } = circumstances;
    const call = callInTurn(governed, state, circumstances);
    if ('rejection' in call) return call;
    if (permission === undefined) return [{ type: 'CallBarred', data: { why: 'unknown-customer' } }];
    if (permission.bar !== undefined) return [{ type: 'CallBarred', data: { why: permission.bar } }];
    if (permission.customer !== call.customer) return [{ type: 'CallBarred', data: { why: 'merged-with-another' } }];
    const until = Temporal.Instant.from(at).add({ milliseconds: heldFor });
    return [{ type: 'CallTaken', data: { until: until.toString({ fractionalSecondDigits: 3 }) } }];
  };
}

/** The call, where its turn has come for whoever asks: of the others the customer base need not be asked who they are. */
export function callInTurn(
  { id, campaign, calendar }: GovernedCampaign,
  call: MaybeListedCall,
  { at, ...by }: ByWhom & { readonly at: string },
): ListedCall | Rejection {
  if (call === undefined || call.campaign !== id) return rejected('call-not-found');
  if (call.status !== 'waiting') return rejected('call-is-over');
  if (isHeldByAnother(call, by, at)) return rejected('call-is-taken');
  if (call.dueAt > at) return rejected('call-not-due', { dueAt: call.dueAt });
  const mayBeNow = call.turn !== 'retry' || mayBeTriedNow(call.attempts, campaign.attempts, calendar, at);
  return mayBeNow ? call : rejected('tried-at-this-hour');
}
