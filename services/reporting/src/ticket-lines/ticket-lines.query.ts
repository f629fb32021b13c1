import type { QueryRequest } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { deadlineSheetCollection } from '../deadline-sheet/deadline-sheet.projection.js';
import { withTime, type TimedLine } from '../ticket-list/due-lines.js';
import { listedFor } from '../ticket-list/listed-for.js';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';

/** The lines of some tickets by their ids, as lists show them: for rows that change under somebody's eyes. */
export async function ticketLines(
  { body, principal }: QueryRequest<{ readonly ids: readonly string[] }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'lines'; readonly items: readonly TimedLine[] }> {
  const tickets = await (await ledgerline.live(ticketListCollection)).getMany(body.ids);
  const lines = body.ids.flatMap((id) => {
    const ticket = tickets.get(id)?.document;
    return (ticket && listedFor(principal, undefined, ticket)) ?? [];
  });
  const sheet = await ledgerline.live(deadlineSheetCollection);
  const now = instantText(ledgerline.clock.now());
  return { kind: 'lines', items: await withTime(lines, sheet, { department: undefined, now }) };
}
