import { whyNotContacted, type Segment, type SegmentFilter } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { isErased, queryTermsOf, type Collection, type Query } from '@ledgerline/kernel';
import { anybody, normalWords, type ListedProfile } from '../customer-profile/customer-profile.projection.js';
import { familyProfiles, keptOf } from '../customer-profile/family-profiles.js';

type Selected = Pick<Query, 'where' | 'terms'>;

/** The rows of a segment's customers; undefined where its filter was erased or can find nobody. */
export function rowsOfSegment({ purpose, filter }: Pick<Segment, 'purpose' | 'filter'>): Selected | undefined {
  if (isErased(filter)) return undefined;
  const { organisation, product, language, preferredChannel, words }: SegmentFilter = filter;
  const where = {
    scope: 'segment',
    purpose: purpose === 'analysis' ? anybody : purpose,
    product: product === undefined ? '' : normalWords(product),
    ...(organisation === undefined ? {} : { organisation: normalWords(organisation) }),
    ...(language === undefined ? {} : { language }),
    ...(preferredChannel === undefined ? {} : { channel: preferredChannel }),
  };
  const terms = words === undefined ? undefined : queryTermsOf(words);
  if (terms?.length === 0) return undefined;
  return { where, ...(terms === undefined ? {} : { terms }) };
}

/**
 * Rows know what a customer said themselves. Where others were merged into them the last word of any of them counts, which only their streams tell: of these
 * few each is looked at, so that nobody is in a segment who refused under another number.
 */
export async function isStillIn({ purpose }: Segment, listed: ListedProfile, ledgerline: Ledgerline): Promise<boolean> {
  if (purpose === 'analysis' || listed.others === undefined) return true;
  const found = await familyProfiles(listed.id, ledgerline);
  return found !== undefined && whyNotContacted(keptOf(found), purpose) === undefined;
}

/** Counted at most: beyond it is said that there are more. */
const [mostCounted, mostLookedAt] = [100_000, 1_000];

export interface Counted {
  readonly count: number;
  /** There are more than that. */
  readonly more: boolean;
}

/** Rows of those who were merged with nobody are counted in the index; the others are looked at one by one. */
export async function countSegment(
  segment: Segment,
  collection: Collection<ListedProfile>,
  ledgerline: Ledgerline,
): Promise<Counted> {
  const rows = rowsOfSegment(segment);
  if (rows === undefined) return { count: 0, more: false };
  const alone = await collection.count({ ...rows, where: { ...rows.where, several: false } }, mostCounted + 1);
  const merged = await collection.find({ ...rows, where: { ...rows.where, several: true }, limit: mostLookedAt });
  let count = Math.min(alone, mostCounted);
  for (const { document } of merged.items) if (await isStillIn(segment, document, ledgerline)) count += 1;
  return { count, more: alone > mostCounted || merged.next !== undefined };
}
