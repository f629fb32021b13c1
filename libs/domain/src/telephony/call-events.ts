import type { EventDefinition, EventOf } from '@ledgerline/kernel';
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
}
export type CallEvent = EventOf<CallEvents>;

export const callEventDefinitions: readonly EventDefinition[] = [{ type: 'CallStatesTold', schema: 1 }];
