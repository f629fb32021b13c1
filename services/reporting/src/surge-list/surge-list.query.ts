import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { seesConfidential } from '@ledgerline/domain';
import { waitFor } from '../wait-for.js';
import { surgeListCollection, type ListedSurge } from './surge-list.projection.js';

export interface SurgeFilter {
  readonly acknowledged?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

export type SurgesAnswer = { readonly kind: 'page'; readonly items: readonly ListedSurge[]; readonly next?: string } | Problem;

/** R1.6: bursts of contacts, the latest first. They count confidential tickets too, and so are for those who see these. */
export async function listSurges(
  { body, principal, after }: QueryRequest<SurgeFilter>,
  ledgerline: Ledgerline,
): Promise<SurgesAnswer> {
  if (!seesConfidential(principal.roles)) return problem('not-allowed');
  const collection = await ledgerline.live(surgeListCollection);
  const behind = await waitFor(after, collection, ledgerline);
  if (behind) return behind;
  const { acknowledged, limit = 50, cursor } = body;
  const where = { scope: 'surge', ...(acknowledged === undefined ? {} : { acknowledged }) };
  const page = await collection.find({ where, sort: ['-noticedAt'], limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = page.items.map(({ document }) => document);
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}
