import type { QueryRequest } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { deadlineSheetCollection } from '../deadline-sheet/deadline-sheet.projection.js';
import { earliest } from '../deadline-sheet/sheet-rows.js';
import type { TicketSheet } from '../deadline-sheet/ticket-sheet.js';
import { listedFor, type ListedLine } from '../ticket-list/listed-for.js';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';

export interface NextDue {
  readonly clock: string;
  readonly state: string;
  readonly due: string;
  readonly department?: string;
}

/** A line of a list with what is due next on it and whether it is held. */
export type TicketLine = ListedLine & { readonly next?: NextDue; readonly held?: boolean };

/** The lines of some tickets by their ids, as lists show them, with what is due next: for lists in another order, and for rows that change. */
export async function ticketLines(
  { body, principal }: QueryRequest<{ readonly ids: readonly string[] }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'lines'; readonly items: readonly TicketLine[] }> {
  const [tickets, sheets] = await Promise.all([
    (await ledgerline.live(ticketListCollection)).getMany(body.ids),
    (await ledgerline.live(deadlineSheetCollection)).getMany(body.ids),
  ]);
  const items = body.ids.flatMap((id): readonly TicketLine[] => {
    const ticket = tickets.get(id)?.document;
    const line = ticket && listedFor(principal, undefined, ticket);
    return line ? [{ ...line, ...dueOn(sheets.get(id)?.document) }] : [];
  });
  return { kind: 'lines', items };
}

function dueOn(sheet: TicketSheet | undefined): Pick<TicketLine, 'next' | 'held'> {
  if (sheet === undefined) return {};
  const { instance, due } = earliest(sheet.clocks);
  const clock = sheet.clocks.find((one) => one.instance === instance);
  if (clock === undefined || due === undefined) return { held: sheet.held };
  const { clock: name, state, department } = clock;
  const next = { clock: name, state, due: String(due), ...(department === undefined ? {} : { department }) };
  return { held: sheet.held, next };
}
