import { problem, type QueryRequest } from '@ledgerline/contracts';
import { mayCommand, segmentFold, type ProfileDetails, type Segment } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { isErased, streamName } from '@ledgerline/kernel';
import { profilesCollection, type ListedProfile } from '../customer-profile/customer-profile.projection.js';
import { waitFor } from '../wait-for.js';
import { countSegment, isStillIn, rowsOfSegment, type Counted } from './customers-in-segment.js';
import { segmentsCollection, type ListedSegment } from './segment-list.projection.js';

interface Paging {
  readonly limit?: number;
  readonly cursor?: string;
}

const may = (roles: readonly string[]) => mayCommand(roles, 'save-segment');

/** `GET /customer-segments`: those in use, the newest first. */
export async function listSegments({ body, principal, after }: QueryRequest<Paging>, ledgerline: Ledgerline) {
  if (!may(principal.roles)) return problem('not-allowed');
  const collection = await ledgerline.live(segmentsCollection);
  const behind = await waitFor(after, collection, ledgerline);
  if (behind) return behind;
  const { limit = 50, cursor } = body;
  const page = await collection.find({
    where: { isRetired: false },
    sort: ['-savedAt'],
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const items = page.items.map(({ document: { person: _key, isRetired: _used, ...segment } }) => segment);
  return { kind: 'page' as const, items, ...(page.next === undefined ? {} : { next: page.next }) };
}

/** `GET /customer-segments/{id}`: with how many customers it has now. */
export async function oneSegment({ body, principal, after }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  const found = await segmentNamed(body.id, principal.roles, ledgerline);
  if ('code' in found) return found;
  const collection = await ledgerline.live(profilesCollection);
  const behind = await waitFor(after, collection, ledgerline);
  if (behind) return behind;
  const { person: _key, isRetired, ...segment } = found;
  const counted = await countSegment(found, collection, ledgerline);
  const shown: CountedSegment = { ...segment, id: body.id, isRetired, ...counted };
  return { kind: 'segment' as const, segment: shown };
}

/** Page by page for an export: for market analysis without who they are, for the rest with that by which they agreed to be turned to. */
export async function customersInSegment(
  { body, principal }: QueryRequest<{ readonly id: string } & Paging>,
  ledgerline: Ledgerline,
) {
  const found = await segmentNamed(body.id, principal.roles, ledgerline);
  if ('code' in found) return found;
  const rows = rowsOfSegment(found);
  if (rows === undefined) return { kind: 'page' as const, items: [] };
  const { limit = 200, cursor } = body;
  const collection = await ledgerline.live(profilesCollection);
  const page = await collection.find({ ...rows, limit, ...(cursor === undefined ? {} : { cursor }) });
  const items: ExportedCustomer[] = [];
  for (const { document } of page.items) if (await isStillIn(found, document, ledgerline)) items.push(exported(found, document));
  return { kind: 'page' as const, items, ...(page.next === undefined ? {} : { next: page.next }) };
}

export type ListedSegmentLine = Omit<ListedSegment, 'person' | 'isRetired'>;
/** With how many customers it has now. */
export interface CountedSegment extends Omit<Segment, 'person'>, Counted {
  readonly id: string;
}

export interface ExportedCustomer {
  readonly customer?: string;
  readonly name?: string;
  readonly reached?: string;
  readonly organisation?: string;
  readonly language?: string;
  readonly preferredChannel?: string;
  readonly products?: string;
}

function exported({ purpose }: Segment, listed: ListedProfile): ExportedCustomer {
  const { name, ...details } = (isErased(listed.details) ? {} : (listed.details ?? {})) as ProfileDetails;
  const owned = textsOf(listed, 'product');
  const products = owned.length === 0 ? {} : { products: owned.join('; ') };
  if (purpose === 'analysis') return { ...details, ...products };
  const reached = textsOf(listed, purpose.endsWith('-email') ? 'email' : 'phone').join('; ');
  return { customer: listed.id, ...(name === undefined ? {} : { name }), reached, ...details, ...products };
}

function textsOf({ entries = [] }: ListedProfile, wanted: string): readonly string[] {
  if (isErased(entries)) return [];
  return entries.flatMap(({ kind, content }) => (kind === wanted && !isErased(content) ? [content.text] : []));
}

async function segmentNamed(id: string, roles: readonly string[], { commands }: Ledgerline) {
  if (!may(roles)) return problem('not-allowed');
  const { state } = await commands.current(streamName('segment', id), segmentFold);
  return state ?? problem('segment-not-found');
}
