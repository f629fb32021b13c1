import { isErased, noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { ConsentMeans, ConsentPurpose, EntryContent, EntryKind, ProfileChange, ProfileEvent } from './profile-events.js';

export interface ProfileDetails {
  readonly name?: string;
  readonly organisation?: string;
  readonly preferredChannel?: string;
  readonly language?: string;
}

export interface ProfileEntry {
  readonly entry: number;
  readonly kind: EntryKind;
  readonly content: Personal<EntryContent>;
  /** When and by whom it was added, or last corrected. */
  readonly at: string;
  readonly by: string;
}

/** One thing that a customer said about being turned to. */
export interface ConsentWord {
  readonly purpose: ConsentPurpose;
  readonly means: ConsentMeans;
  readonly given: boolean;
  /** When they said it; `at`: when that was written down, and by whom. */
  readonly saidAt: string;
  readonly way: string;
  readonly evidence: Personal<string>;
  readonly at: string;
  readonly by: string;
}

export interface DoNotCall {
  readonly at: string;
  readonly by: string;
  readonly reason: Personal<string>;
}

/** What is kept of a customer, as their events give it. Times are RFC 3339, UTC. */
export interface Profile {
  readonly person: string;
  readonly details: Personal<ProfileDetails>;
  /** Those that stand, in the order in which they were added. */
  readonly entries: readonly ProfileEntry[];
  /** How many entries there ever were. */
  readonly made: number;
  /** Everything that they said about being turned to, the oldest first: what counts is the last word. */
  readonly consents: readonly ConsentWord[];
  readonly doNotCall?: DoNotCall;
  readonly updatedAt: string;
}
export type MaybeProfile = Profile | undefined;

type RecordedProfileEvent = ProfileEvent & Pick<RecordedEvent, 'meta'>;

export const profileFold: Fold<MaybeProfile> = {
  initial: undefined,
  evolve(profile, recorded) {
    const event = recorded as unknown as RecordedProfileEvent;
    const before = profile ?? emptyProfile(event.data.person);
    return { ...changed(before, event), updatedAt: event.meta.at };
  },
};

/** Of a customer of whom nothing is kept yet. @param person id of their key */
export function emptyProfile(person: string): Profile {
  return { person, details: {}, entries: [], made: 0, consents: [], updatedAt: '' };
}

function changed(profile: Profile, event: RecordedProfileEvent): Profile {
  const { at } = event.meta;
  const by = powerOf(event.meta);
  switch (event.type) {
    case 'ProfileDescribed':
      return { ...profile, details: described(profile.details, event.data.details) };
    case 'ProfileEntryAdded': {
      const { entry, kind, content } = event.data;
      return { ...profile, made: entry, entries: [...profile.entries, { entry, kind, content, at, by }] };
    }
    case 'ProfileEntryCorrected': {
      const { entry, content } = event.data;
      return {
        ...profile,
        entries: profile.entries.map((one) => (one.entry === entry ? { ...one, content, at, by } : one)),
      };
    }
    case 'ProfileEntryWithdrawn':
      return { ...profile, entries: profile.entries.filter(({ entry }) => entry !== event.data.entry) };
    case 'ConsentGiven':
    case 'ConsentWithdrawn': {
      const { purpose, means, way, evidence, occurredAt = at } = event.data;
      const word = { purpose, means, given: event.type === 'ConsentGiven', saidAt: occurredAt, way, evidence, at, by };
      return { ...profile, consents: [...profile.consents, word] };
    }
    case 'DoNotCallSet':
      return { ...profile, doNotCall: { at, by, reason: event.data.reason } };
    case 'DoNotCallLifted': {
      const { doNotCall: _over, ...rest } = profile;
      return rest;
    }
    default:
      return noRuleFor(event);
  }
}

function described(before: Personal<ProfileDetails>, change: Personal<ProfileChange>): Personal<ProfileDetails> {
  if (isErased(before)) return before;
  if (isErased(change)) return change;
  const all = Object.entries({ ...before, ...change });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}
