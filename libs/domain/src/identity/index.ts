import { noRuleFor, type EventDefinition, type Fold, type Personal, type EventOf } from '@ledgerline/kernel';

/**
 * Streams `identity.{id}`: whose account somebody is who is known to a provider as this subject. The id derives from issuer and subject, so that
 * an identity is one account's at most.
 */
export interface IdentityEvents {
  /** By an administrator, or at a first sign-in by the claim that names the account (ADR 0030). */
  IdentityLinked: {
    readonly account: string;
    readonly issuer: string;
    readonly person: string;
    readonly subject: Personal<string>;
    readonly reason?: Personal<string>;
  };
  IdentityUnlinked: { readonly account: string; readonly person: string; readonly reason: Personal<string> };
}
export type IdentityEvent = EventOf<IdentityEvents>;

export const identityEventDefinitions: readonly EventDefinition[] = [
  { type: 'IdentityLinked', schema: 1, personal: ['subject', 'reason'] },
  { type: 'IdentityUnlinked', schema: 1, personal: ['reason'] },
];

/** undefined: never linked. Unlinked by hand, it is linked again by hand alone. */
export type ProviderIdentity =
  { readonly account: string; readonly issuer: string; readonly person: string; readonly linked: boolean } | undefined;

export const identityFold: Fold<ProviderIdentity> = {
  initial: undefined,
  looksInside: [],
  evolve(identity, recorded) {
    const event = recorded as unknown as IdentityEvent;
    switch (event.type) {
      case 'IdentityLinked': {
        const { account, issuer, person } = event.data;
        return { account, issuer, person, linked: true };
      }
      case 'IdentityUnlinked':
        return identity && { ...identity, linked: false };
      default:
        return noRuleFor(event);
    }
  },
};
