import type { EventDefinition, Fold } from '@ledgerline/kernel';

/** Calls by which a confidential ticket is looked at. */
export const lookingCalls = ['ticket', 'history', 'events', 'deadlines', 'attachment'] as const;
export type LookingCall = (typeof lookingCalls)[number];

/**
 * Streams `access.{ticket}`: who looked at a confidential ticket (R7.2). Not the ticket's own, so that looking changes nothing about
 * it. Who and when stand in the event's meta.
 */
export interface AccessEvents {
  ConfidentialTicketSeen: {
    readonly ticket: string;
    readonly call: LookingCall;
    /** The moment of the past that was looked at: `at`, `version` or `known` of the call. */
    readonly moment?: Readonly<Record<string, string | number>>;
  };
}
export type AccessEvent = { readonly type: 'ConfidentialTicketSeen'; readonly data: AccessEvents['ConfidentialTicketSeen'] };

export const accessEventDefinitions: readonly EventDefinition[] = [{ type: 'ConfidentialTicketSeen', schema: 1 }];

/** Looks do not add up to anything: they are only ever read. */
export const accessFold: Fold<undefined> = { initial: undefined, evolve: () => undefined };
