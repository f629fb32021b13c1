import type { EventDefinition, Fold } from '@ledgerline/kernel';

/**
 * What a request for the next call was given: a stream of category `next-call` for each request, whose id derives from the campaign and the request's
 * own. Which call it is turns out only when one is taken; the same request, asked again, finds here which one that was.
 */
export interface GivenCallEvents {
  NextCallGiven: {
    readonly campaign: string;
    readonly call: string;
    /** Of the call, as it was told. */
    readonly version: number;
  };
}
export type GivenCall = GivenCallEvents['NextCallGiven'];
export type GivenCallEvent = { readonly type: 'NextCallGiven'; readonly data: GivenCall };
export type MaybeGivenCall = GivenCall | undefined;

export const givenCallEventDefinitions: readonly EventDefinition[] = [{ type: 'NextCallGiven', schema: 1 }];

export const givenCallFold: Fold<MaybeGivenCall> = {
  initial: undefined,
  evolve: (_before, recorded) => (recorded as unknown as GivenCallEvent).data,
};
