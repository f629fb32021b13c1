import { definitionsOf, type EventDefinition, type EventOf, type Personal } from '@ledgerline/kernel';

/** What a profile keeps several of, each added, corrected and withdrawn by itself. */
export const entryKinds = ['phone', 'email', 'address', 'product', 'concern', 'suggestion', 'note'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const consentPurposes = ['survey', 'marketing'] as const;
export const consentMeans = ['phone', 'email', 'sms'] as const;
/** How somebody said it: by what they said it, or on what it stands written. */
export const consentWays = ['phone', 'email', 'sms', 'web', 'paper', 'in-person'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
export type ConsentMeans = (typeof consentMeans)[number];

/** `match`: a number in E.164 or an address in lower case, by which others who have it are found. `label`: what it is for; of a product its serial number. */
export interface EntryContent {
  readonly text: string;
  readonly label?: string;
  readonly match?: string;
}

/** What there is one of; null takes away what was known. */
export interface ProfileChange {
  readonly name?: string | null;
  readonly organisation?: string | null;
  readonly preferredChannel?: string | null;
  /** As RFC 5646 writes it: `zh`, `en-GB`. */
  readonly language?: string | null;
}

/**
 * Every event of a customer's profile (R10) by wire name: the stream `profile.{id of the customer}`, sealed with the customer's own key, which is `person`.
 * Beside the customer's own stream, which every contact asks, so that nothing that staff keep of somebody costs a registration anything.
 */
export interface ProfileEvents {
  ProfileDescribed: OfPerson & { readonly details: Personal<ProfileChange> };
  /** `entry` counts within the profile from 1. */
  ProfileEntryAdded: OfPerson & { readonly entry: number; readonly kind: EntryKind; readonly content: Personal<EntryContent> };
  ProfileEntryCorrected: OfPerson & { readonly entry: number; readonly content: Personal<EntryContent> };
  ProfileEntryWithdrawn: OfPerson & { readonly entry: number; readonly reason: Personal<string> };
  ConsentGiven: OfPerson & Consenting;
  ConsentWithdrawn: OfPerson & Consenting;
  DoNotCallSet: OfPerson & { readonly reason: Personal<string> };
  DoNotCallLifted: OfPerson & { readonly reason: Personal<string> };
}
interface OfPerson {
  readonly person: string;
}
/** For what, by what means one may turn to them, and what shows that they said so. `occurredAt`: when they did, RFC 3339, UTC. */
interface Consenting {
  readonly purpose: ConsentPurpose;
  readonly means: ConsentMeans;
  readonly way: (typeof consentWays)[number];
  readonly evidence: Personal<string>;
  readonly occurredAt?: string;
}
export type ProfileEventType = keyof ProfileEvents;
export type ProfileEvent = EventOf<ProfileEvents>;

export const profileEventDefinitions: readonly EventDefinition[] = definitionsOf<ProfileEventType>({
  ProfileDescribed: ['details'],
  ProfileEntryAdded: ['content'],
  ProfileEntryCorrected: ['content'],
  ProfileEntryWithdrawn: ['reason'],
  ConsentGiven: ['evidence'],
  ConsentWithdrawn: ['evidence'],
  DoNotCallSet: ['reason'],
  DoNotCallLifted: ['reason'],
});
