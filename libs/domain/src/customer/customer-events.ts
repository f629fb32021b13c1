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
  /** Found to be the same as the customer `into`, and seen there from now on (R10). Nothing is moved: what is known of this one stays in this stream. */
  CustomerMerged: { readonly person: string; readonly into: string; readonly reason: Personal<string> };
  /** They are two after all. `merge`: version of the `CustomerMerged` that it takes back. */
  CustomerUnmerged: MergeTakenBack & { readonly person: string; readonly reason: Personal<string> };
  /** Taken back by the system: the other could not take it (`why`: the refusal's name). */
  MergeUndone: MergeTakenBack & { readonly why: string };
  /** What the surviving customer learns of it: version `merge` of that customer's stream. */
  MergedCustomerNoted: MergeOfOther;
  MergedCustomerReleased: MergeOfOther;
  MergedCustomerRefused: MergeOfOther & { readonly why: string };
  /** Looked at, and somebody else than the customer `other`, however alike they are. */
  LikenessDismissed: { readonly person: string; readonly other: string; readonly reason: Personal<string> };
}
interface MergeTakenBack {
  readonly from: string;
  readonly merge: number;
}
interface MergeOfOther {
  readonly customer: string;
  readonly merge: number;
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
  CustomerMerged: ['reason'],
  CustomerUnmerged: ['reason'],
  MergeUndone: undefined,
  MergedCustomerNoted: undefined,
  MergedCustomerReleased: undefined,
  MergedCustomerRefused: undefined,
  LikenessDismissed: ['reason'],
});
