import { problem, type QueryRequest } from '@ledgerline/contracts';
import { watchesHouse } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { erasureRequestsCollection } from './erasure-requests.projection.js';

/** Erasures that wait for a second person, those that expire first before the others. */
export async function erasuresWaiting(
  { body, principal }: QueryRequest<{ readonly limit?: number; readonly cursor?: string }>,
  ledgerline: Ledgerline,
) {
  if (!watchesHouse(principal.roles)) return problem('not-allowed');
  const { limit = 50, cursor } = body;
  const where = { kind: 'request', expiresAt: { from: instantText(ledgerline.clock.now() + 1) } };
  const collection = await ledgerline.live(erasureRequestsCollection);
  const page = await collection.find({ where, sort: ['expiresAt'], limit, ...(cursor === undefined ? {} : { cursor }) });
  return { kind: 'page' as const, items: page.items.map(({ document }) => document), next: page.next ?? null };
}
