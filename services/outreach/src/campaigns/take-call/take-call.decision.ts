import { heldFor, isHeldByAnother, mayBeTriedNow, type ListedCallEvent, type MaybeListedCall } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import type { CallPermission } from '../../customer-base.js';
import type { GovernedCampaign } from '../campaign-of.js';

/**
 * An agent is about to call. Whoever may not be called (any more) is put on record as barred, and nobody calls. @param permission as the customer
 * base has it now; undefined where they are not there any more
 */
export function takeCall(
  { id, campaign, calendar }: GovernedCampaign,
  permission: CallPermission | undefined,
): Decide<unknown, MaybeListedCall, ListedCallEvent> {
  return (_command, call, circumstances) => {
    const { at } = circumstances;
    if (call === undefined || call.campaign !== id) return rejected('call-not-found');
    if (call.status !== 'waiting') return rejected('call-is-over');
    if (isHeldByAnother(call, circumstances, at)) return rejected('call-is-taken');
    if (call.dueAt > at) return rejected('call-not-due', { dueAt: call.dueAt });
    if (permission === undefined) return [{ type: 'CallBarred', data: { why: 'unknown-customer' } }];
    if (permission.bar !== undefined) return [{ type: 'CallBarred', data: { why: permission.bar } }];
    if (permission.customer !== call.customer) return [{ type: 'CallBarred', data: { why: 'merged-with-another' } }];
    if (call.turn === 'retry' && !mayBeTriedNow(call.attempts, campaign.attempts, calendar, at))
      return rejected('tried-at-this-hour');
    const until = Temporal.Instant.from(at).add({ milliseconds: heldFor });
    return [{ type: 'CallTaken', data: { until: until.toString({ fractionalSecondDigits: 3 }) } }];
  };
}
