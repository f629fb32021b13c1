import type { Fold } from '@ledgerline/kernel';
import type { CallEvent, ToldCallState } from './call-events.js';

/** A call as the telephone system told of it. */
export interface Call {
  readonly told: readonly ToldCallState[];
  /** What the contact's record says; counts as long as nothing else was told. */
  readonly ofRecord: readonly ToldCallState[];
}

export const callFold: Fold<Call> = {
  initial: { told: [], ofRecord: [] },
  evolve(call, recorded) {
    const { data } = recorded as unknown as CallEvent;
    if (data.ofRecord) return { ...call, ofRecord: [...call.ofRecord, ...data.states] };
    return { ...call, told: [...call.told, ...data.states] };
  },
};

/** The states that count. */
export function statesOf({ told, ofRecord }: Call): readonly ToldCallState[] {
  return told.length > 0 ? told : ofRecord;
}

/** States of one call at most: a telephone system that tells more is caught in a loop. */
export const mostCallStates = 300;
