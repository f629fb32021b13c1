import type { Principal, Problem, QueryRequest } from '@ledgerline/contracts';
import { sightOf } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { waitFor } from '../wait-for.js';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';

export interface ChangedTickets {
  readonly ids: readonly string[];
  /** Each different kind of asker once, however many screens are open. */
  readonly askers: readonly Principal[];
}

export interface VisibleChange {
  readonly id: string;
  readonly version: number;
}

/** For each asker, those of the changed tickets that the asker may see now; lists show them as they are here by then. */
export async function visibleChanges(
  { body, after, principal }: QueryRequest<ChangedTickets>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'changes'; readonly visible: readonly (readonly VisibleChange[])[] } | Problem> {
  if (principal.kind !== 'system') return { kind: 'problem', code: 'not-allowed' };
  const collection = await ledgerline.live(ticketListCollection);
  const behind = await waitFor(after, collection, ledgerline);
  if (behind) return behind;
  const documents = [...(await collection.getMany(body.ids)).values()].flatMap(({ document }) => document ?? []);
  const seenBy = (asker: Principal) =>
    documents.filter((ticket) => typeof sightOf(ticket, asker) !== 'string').map(({ id, version }) => ({ id, version }));
  return { kind: 'changes', visible: body.askers.map(seenBy) };
}
