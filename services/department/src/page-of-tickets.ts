/** A page of tickets that are kept together, in their order. @param cursor the last ticket of the page before */
export function pageOfTickets<Item extends { readonly ticket: string }>(
  items: readonly Item[],
  { limit = 50, cursor }: { readonly limit?: number; readonly cursor?: string },
): { readonly kind: 'page'; readonly items: readonly Item[]; readonly next?: string } {
  const first = cursor === undefined ? 0 : items.findIndex(({ ticket }) => ticket === cursor) + 1;
  const page = items.slice(first, first + limit);
  const last = page.at(-1);
  return { kind: 'page', items: page, ...(last !== undefined && first + limit < items.length ? { next: last.ticket } : {}) };
}
