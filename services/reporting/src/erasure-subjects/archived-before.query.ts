import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { isErased } from '@ledgerline/kernel';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';

export interface ArchivedQuery {
  readonly before: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Archived tickets to which nothing has happened since, oldest first, but for those whose person is erased. For the system alone. */
export async function archivedBefore(
  { body, principal }: QueryRequest<ArchivedQuery>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'page'; readonly items: readonly string[]; readonly next: string | null } | Problem> {
  if (principal.kind !== 'system') return problem('not-allowed');
  const { before, limit, cursor } = body;
  const tickets = await ledgerline.live(ticketListCollection);
  const where = { scope: 'ticket', updatedAt: { before } };
  const page = await tickets.find({ where, sort: ['updatedAt'], limit, ...(cursor === undefined ? {} : { cursor }) });
  const kept = page.items.filter(({ document }) => document.status === 'archived' && !isErased(document.subject));
  return { kind: 'page', items: kept.map(({ id }) => id), next: page.next ?? null };
}
