import { definitionsOf, type EventDefinition, type Personal, type EventOf } from '@ledgerline/kernel';

/** What a caller is recognised by (R1.8): a number in E.164, an address in lower case, an account as the company writes it. */
export const identityKinds = ['phone', 'email', 'account'] as const;
export interface CallerIdentity {
  readonly kind: (typeof identityKinds)[number];
  readonly value: string;
}

/** Every event of a customer by wire name. What is personal is sealed with the customer's own key. */
export interface CustomerEvents {
  CustomerRegistered: {
    readonly person: string;
    readonly identities: Personal<readonly CallerIdentity[]>;
    readonly name?: Personal<string>;
  };
  /** More of them, or the name that was not known. */
  CustomerIdentified: CustomerEvents['CustomerRegistered'];
  /** This stream's identity belongs to the customer `to`: what was registered under it counts there. */
  CustomerLinked: { readonly to: string };
  /** `until`: RFC 3339, UTC. */
  RestrictionProposed: { readonly person: string; readonly until: string; readonly reason: Personal<string> };
  CustomerRestricted: { readonly person: string; readonly until: string; readonly reason: Personal<string> };
  RestrictionLifted: { readonly person: string; readonly reason: Personal<string> };
}
export type CustomerEventType = keyof CustomerEvents;
export type CustomerEvent = EventOf<CustomerEvents>;

export const customerEventDefinitions: readonly EventDefinition[] = definitionsOf<CustomerEventType>({
  CustomerRegistered: ['identities', 'name'],
  CustomerIdentified: ['identities', 'name'],
  CustomerLinked: undefined,
  RestrictionProposed: ['reason'],
  CustomerRestricted: ['reason'],
  RestrictionLifted: ['reason'],
});
