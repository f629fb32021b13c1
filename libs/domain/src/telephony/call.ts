import { noRuleFor, type Fold } from '@ledgerline/kernel';
import type { CallEvent, ToldCallState } from './call-events.js';
import { openTransfer, type CallTransfer } from './call-transfer.js';

/** A call as the telephone system told of it, and to whom its agents wanted to hand it over. */
export interface Call {
  readonly told: readonly ToldCallState[];
  /** What the contact's record says; counts as long as nothing else was told. */
  readonly ofRecord: readonly ToldCallState[];
  /** In the order in which they were offered: the place is the number less one. */
  readonly transfers: readonly CallTransfer[];
  /** How many of them are over whatever comes: the call went on to somebody else, or ended, and does not bring them back when it comes back itself. */
  readonly over: number;
}

export const callFold: Fold<Call> = {
  initial: { told: [], ofRecord: [], transfers: [], over: 0 },
  evolve(call, recorded) {
    const event = recorded as unknown as CallEvent;
    const { at } = recorded.meta;
    switch (event.type) {
      case 'CallStatesTold': {
        const { states, ofRecord, now } = event.data;
        const known = ofRecord ? { ofRecord: [...call.ofRecord, ...states] } : { told: [...call.told, ...states] };
        const isOpen = openTransfer(pendingTransfers(call), now) !== undefined;
        return { ...call, ...known, ...(isOpen ? {} : { over: call.transfers.length }) };
      }
      case 'CallTransferOffered': {
        const { transfer: number, ...offered } = event.data;
        return { ...call, transfers: [...call.transfers, { number, ...offered, state: 'offered', offeredAt: at, at }] };
      }
      case 'CallTransferAccepted':
        return withTransfer(call, event.data.transfer, { state: 'accepted', at });
      case 'CallTransferDeclined':
        return withTransfer(call, event.data.transfer, { state: 'declined', at });
      case 'CallTransferWithdrawn':
        return withTransfer(call, event.data.transfer, { state: 'withdrawn', at });
      default:
        return noRuleFor(event);
    }
  },
};

/** The states that count. */
export function statesOf({ told, ofRecord }: Pick<Call, 'told' | 'ofRecord'>): readonly ToldCallState[] {
  return told.length > 0 ? told : ofRecord;
}

/** Those that can still come about. */
export function pendingTransfers({ transfers, over }: Pick<Call, 'transfers' | 'over'>): readonly CallTransfer[] {
  return transfers.slice(over);
}

/** States of one call at most: a telephone system that tells more is caught in a loop. */
export const mostCallStates = 300;

function withTransfer(call: Call, number: number, change: Pick<CallTransfer, 'state' | 'at'>): Call {
  return { ...call, transfers: call.transfers.map((one) => (one.number === number ? { ...one, ...change } : one)) };
}
