import type { QueryRequest } from '@ledgerline/contracts';
import { isOpen, sightOf } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';

/** Tickets looked up at once. */
const atOnce = 500;

/** Of some tickets those that whoever asks may see today, and which of these are open: for services that keep which tickets belong together, and not what they are. */
export async function visibleTickets(
  { body, principal }: QueryRequest<{ readonly ids: readonly string[] }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'visible'; readonly ids: readonly string[]; readonly open: readonly string[] }> {
  const tickets = await ledgerline.live(ticketListCollection);
  const visible: { readonly id: string; readonly isOpen: boolean }[] = [];
  for (let first = 0; first < body.ids.length; first += atOnce) {
    const some = body.ids.slice(first, first + atOnce);
    const found = await tickets.getMany(some);
    for (const id of some) {
      const ticket = found.get(id)?.document;
      if (ticket !== undefined && typeof sightOf(ticket, principal) !== 'string') visible.push({ id, isOpen: isOpen(ticket) });
    }
  }
  const idsOf = (of: typeof visible) => of.map(({ id }) => id);
  return { kind: 'visible', ids: idsOf(visible), open: idsOf(visible.filter((one) => one.isOpen)) };
}
