import {
  consentsOf,
  profileEventDefinitions,
  profileFold,
  whyNotContacted,
  type CustomerEvent,
  type EntryContent,
  type EntryKind,
  type Profile,
  type ProfileDetails,
} from '@ledgerline/domain';
import { idOf, isErased, isIn, type CollectionDefinition, type Projection, type Recorded, type Row } from '@ledgerline/kernel';

/** A profile with whom its customer is merged; of one who was merged before anything was kept of them that alone. */
export interface ListedProfile extends Partial<Profile> {
  readonly id: string;
  /** Seen as another customer. */
  readonly isMerged?: true;
  /** How many were merged into this one. */
  readonly others?: number;
}

/** Of all of whom something is kept, whatever they consented to. */
export const anybody = 'anybody';
/** Products of one customer that segments find them by, at most: each is a row for each consent. */
const mostProducts = 50;

/**
 * Rows of two kinds: `match`, one for each number, address, and name with organisation, by which probable duplicates are found; `segment`, one for each purpose that the
 * customer consented to (and `anybody`) and each product (and none). Whoever is merged into another stands in no segment: people are counted once.
 */
export const profilesCollection: CollectionDefinition<ListedProfile> = {
  name: 'customer-profiles',
  version: 1,
  fields: {
    scope: 'string', match: 'string', purpose: 'string', product: 'string', organisation: 'string', language: 'string', channel: 'string',
    several: 'boolean',
  },
  indexes: [
    ['scope', 'match'],
    ['scope', 'purpose', 'product'],
    ['scope', 'purpose', 'organisation'],
    ['scope', 'purpose', 'several'],
  ],
  rows: (listed) => (isErased(listed.details) ? [] : [...matchRows(listed), ...segmentRows(listed)]),
  text: (listed) => textsOf(listed, ['product', 'concern', 'suggestion', 'address']).join('\n'),
  personal: ['details', 'entries', 'consents', 'doNotCall'],
}; // prettier-ignore

export const profileList: Projection<ListedProfile> = {
  collection: profilesCollection,
  categories: ['profile', 'customer'],
  // Of a customer's own stream, which every new caller has, merges alone: a registration costs this list a look at a type.
  events: [
    ...profileEventDefinitions.map(({ type }) => type),
    'CustomerMerged',
    'CustomerUnmerged',
    'MergeUndone',
    'MergedCustomerNoted',
    'MergedCustomerReleased',
  ],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const before = listed ?? { id: idOf(recorded.stream) };
    return isIn(recorded.stream, ['profile'])
      ? described(before, recorded)
      : merged(before, recorded as unknown as CustomerEvent);
  },
};

function described(before: ListedProfile, recorded: Recorded): ListedProfile {
  return { ...before, ...profileFold.evolve(before.person === undefined ? undefined : (before as Profile), recorded) };
}

function merged({ isMerged, others = 0, ...profile }: ListedProfile, { type }: CustomerEvent): ListedProfile {
  const away = type === 'CustomerMerged' || (isMerged && type !== 'CustomerUnmerged' && type !== 'MergeUndone');
  const change = type === 'MergedCustomerNoted' ? 1 : type === 'MergedCustomerReleased' ? -1 : 0;
  const count = others + change;
  return { ...profile, ...(away ? { isMerged: true } : {}), ...(count > 0 ? { others: count } : {}) };
}

/** A product or an organisation, however its letters and spaces are written. */
export function normalWords(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ').slice(0, 200);
}

/** By what somebody else may be the same person: the kind comes first, and is told as the reason. */
export function matchesOf({ details, entries = [] }: Pick<ListedProfile, 'details' | 'entries'>): readonly string[] {
  const reached = entries.flatMap(({ kind, content }) =>
    isErased(content) || content.match === undefined ? [] : [`${kind} ${content.match}`],
  );
  return [...new Set([...reached, ...nameAndOrganisation(isErased(details) ? undefined : details)])];
}

export function nameAndOrganisation(details: ProfileDetails | undefined): readonly string[] {
  const { name, organisation } = details ?? {};
  return name === undefined || organisation === undefined
    ? []
    : [`name-and-organisation ${normalWords(name)}|${normalWords(organisation)}`];
}

const noSegment = { purpose: '', product: '', organisation: '', language: '', channel: '', several: false };

function matchRows(listed: ListedProfile): readonly Row[] {
  return matchesOf(listed).map((match) => ({ ...noSegment, scope: 'match', match }));
}

function segmentRows(listed: ListedProfile): readonly Row[] {
  if (listed.isMerged || listed.person === undefined) return [];
  const { organisation = '', language = '', preferredChannel: channel = '' } = listed.details as ProfileDetails;
  const products = [...new Set(['', ...textsOf(listed, ['product']).slice(0, mostProducts).map(normalWords)])];
  const several = listed.others !== undefined;
  return [anybody, ...consented(listed)].flatMap((purpose) =>
    products.map((product) => ({
      scope: 'segment', match: '', purpose, product, organisation: normalWords(organisation), language, channel, several,
    })),
  ); // prettier-ignore
}

function consented({ consents = [], doNotCall }: ListedProfile): readonly string[] {
  const own = [{ consents, ...(doNotCall === undefined ? {} : { doNotCall }) }];
  return [...consentsOf(own).keys()].filter((key) => whyNotContacted(own, key) === undefined);
}

function textsOf({ entries }: ListedProfile, kinds: readonly EntryKind[]): readonly string[] {
  if (isErased(entries)) return [];
  const wanted = (entries ?? []).filter(({ kind, content }) => kinds.includes(kind) && !isErased(content));
  return wanted.map(({ content }) => (content as EntryContent).text);
}
