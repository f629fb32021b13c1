import type { AnswerTransfer, OfferTransfer } from '@ledgerline/contracts';
import {
  isSpokenOn, mostTransfers, openTransfer, pendingTransfers, standingOf, statesOf, type AgentState, type Call, type CallEvent, type CallTransfer, type StandingCall,
} from '@ledgerline/domain'; // prettier-ignore
import { rejected, type ByWhom, type Decide, type Rejection } from '@ledgerline/kernel';

/** What is found out before a call is offered. */
export interface TransferFacts {
  /** Account of who is to take it. */
  readonly to: string;
  /** What they are in; undefined where nobody ever told. */
  readonly state?: AgentState;
  /** The record that opens first. */
  readonly ticket?: string;
}

/** R1.4: who speaks with the caller offers the call; to one who is there, and one at a time. */
export function offerTransfer({ to, state, ticket }: TransferFacts): Decide<OfferTransfer, Call, CallEvent> {
  return (_body, call, by) => {
    const now = ownCall(call, by);
    if ('rejection' in now) return now;
    if (to === now.agent) return rejected('transfer-to-oneself');
    const open = openTransfer(pendingTransfers(call), now);
    if (open !== undefined) return rejected('transfer-already-offered', { to: open.to });
    if (state === 'off' || state === 'break') return rejected('agent-not-there', { state });
    if (call.transfers.length >= mostTransfers) return rejected('too-many-transfers', { most: mostTransfers });
    const record = ticket === undefined ? {} : { ticket };
    return [
      { type: 'CallTransferOffered', data: { transfer: call.transfers.length + 1, by: now.agent as string, to, ...record } },
    ];
  };
}

/** Nothing is found out for whoever does not speak on it: neither whether there is such an agent, nor what shows to them. */
export function refusesOthers(call: Call, by: ByWhom): Rejection | undefined {
  const now = ownCall(call, by);
  return 'rejection' in now ? now : undefined;
}

/** They have the record before them: the telephone system may put the call through. */
export const acceptTransfer: Decide<AnswerTransfer, Call, CallEvent> = (_body, call, by) => {
  const open = openTo(by, call);
  if ('rejection' in open) return open;
  if (open.state === 'accepted') return rejected('transfer-already-accepted');
  return [{ type: 'CallTransferAccepted', data: between(open) }];
};

/** Also after it was accepted, as long as the call has not come. */
export const declineTransfer: Decide<AnswerTransfer, Call, CallEvent> = (_body, call, by) => {
  const open = openTo(by, call);
  return 'rejection' in open ? open : [{ type: 'CallTransferDeclined', data: between(open) }];
};

export const withdrawTransfer: Decide<AnswerTransfer, Call, CallEvent> = (_body, call, by) => {
  const open = openOn(call);
  if ('rejection' in open) return open;
  if (open.by !== accountOf(by)) return rejected('not-your-call');
  return [{ type: 'CallTransferWithdrawn', data: between(open) }];
};

function between({ number: transfer, by, to }: CallTransfer) {
  return { transfer, by, to };
}

function openTo(by: ByWhom, call: Call): CallTransfer | Rejection {
  const open = openOn(call);
  if ('rejection' in open || open.to === accountOf(by)) return open;
  return rejected('transfer-not-to-you');
}

function openOn(call: Call): CallTransfer | Rejection {
  const now = spokenOn(call);
  if ('rejection' in now) return now;
  return openTransfer(pendingTransfers(call), now) ?? rejected('no-transfer-offered');
}

function ownCall(call: Call, by: ByWhom): StandingCall | Rejection {
  const now = spokenOn(call);
  return 'rejection' in now || now.agent === accountOf(by) ? now : rejected('not-your-call');
}

function spokenOn(call: Call): StandingCall | Rejection {
  const unknown = unknownCall(call);
  if (unknown !== undefined) return unknown;
  const now = standingOf(statesOf(call));
  return isSpokenOn(now) ? now : rejected('nobody-speaks', { standing: now.standing });
}

/** Nobody has told of it. */
export function unknownCall(call: Call): Rejection | undefined {
  return statesOf(call).length === 0 ? rejected('call-not-found') : undefined;
}

/** Who stands in for somebody takes no calls of theirs: a call is with the one who speaks. */
function accountOf({ actor }: ByWhom): string {
  return actor.id;
}
