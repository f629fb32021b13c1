import { definitionsOf, type EventDefinition, type EventOf } from '@ledgerline/kernel';
import type { CallStanding, CallState } from './telephony-words.js';
import type { CallTerms } from './telephony-rule.js';
import type { ToldTime } from './told-time.js';

/** What is told of a call at one moment of it. Accounts of agents are ids. */
export interface ToldCallState extends ToldTime {
  /** Of the state, unique within the call: told twice it is the same. */
  readonly id: string;
  readonly state: CallState;
  /** `queued`. */
  readonly queue?: string;
  readonly site?: string;
  readonly terms?: CallTerms;
  /** Whoever answered, and for which team, at which site. */
  readonly agent?: string;
  readonly team?: string;
  readonly agentSite?: string;
}

/** Where a call is, and with whom, after everything that is known of it. */
export interface StandingCall {
  readonly standing: CallStanding;
  readonly since: string;
  readonly queue?: string;
  readonly site?: string;
  readonly agent?: string;
}

/** Of a call through the telephone system; its stream has the id of the contact that the same call id gives. Nothing of the caller stands in it. */
export interface CallEvents {
  CallStatesTold: {
    readonly states: readonly ToldCallState[];
    /** From what was recorded of the contact when it was over: gives way to what the telephone system tells itself. */
    readonly ofRecord?: true;
    /** What lists of calls under way are made of, so that they need not keep every call that is over. */
    readonly now: StandingCall;
  };
  /** R1.4: who speaks with the caller wants to hand the call over (转接). It is handed over once the telephone system tells that the other one answered. */
  CallTransferOffered: TransferBetween & {
    /** The record that opens first, where there is one already. */
    readonly ticket?: string;
  };
  /** They have the record before them, and wait for the call. */
  CallTransferAccepted: TransferBetween;
  CallTransferDeclined: TransferBetween;
  /** By who offered it. */
  CallTransferWithdrawn: TransferBetween;
}

interface TransferBetween {
  /** Within the call, from 1. */
  readonly transfer: number;
  /** Accounts: who speaks with the caller, and who is to. */
  readonly by: string;
  readonly to: string;
}

export type CallEventType = keyof CallEvents;
export type CallEvent = EventOf<CallEvents>;

export const callEventDefinitions: readonly EventDefinition[] = definitionsOf<CallEventType>({
  CallStatesTold: undefined,
  CallTransferOffered: undefined,
  CallTransferAccepted: undefined,
  CallTransferDeclined: undefined,
  CallTransferWithdrawn: undefined,
});
