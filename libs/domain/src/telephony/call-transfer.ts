import type { StandingCall } from './call-events.js';

/** What became of the wish to hand a call over; that the other one answered is told by the telephone system. */
export type CallTransferState = 'offered' | 'accepted' | 'declined' | 'withdrawn';

/** R1.4: a live call that its agent wants to hand over. Times are RFC 3339, UTC. */
export interface CallTransfer {
  /** Within the call, from 1. */
  readonly number: number;
  /** Accounts. */
  readonly by: string;
  readonly to: string;
  readonly ticket?: string;
  readonly state: CallTransferState;
  readonly offeredAt: string;
  /** Of the last change. */
  readonly at: string;
}

/** Transfers of one call at most. */
export const mostTransfers = 50;

/** Somebody speaks with the caller, or keeps them on hold. */
export function isSpokenOn({ standing }: Pick<StandingCall, 'standing'>): boolean {
  return standing === 'talking' || standing === 'held';
}

/** The one that waits for an answer or for the call, as long as who offered it speaks. @param transfers those that can still come about */
export function openTransfer(
  transfers: readonly CallTransfer[],
  now: Pick<StandingCall, 'standing' | 'agent'>,
): CallTransfer | undefined {
  const last = transfers.at(-1);
  const isOpen = last !== undefined && (last.state === 'offered' || last.state === 'accepted');
  return isOpen && isSpokenOn(now) && now.agent === last.by ? last : undefined;
}
