import type { TicketView } from '../api/views.ts';

/** Where a ticket of a list is looked at: one of a list of the past on its timeline, as it stood then. */
export function placeOf({ id }: Pick<TicketView, 'id'>, at: string | undefined): string {
  return at === undefined ? `/tickets/${id}` : `/tickets/${id}/timeline?at=${encodeURIComponent(at)}`;
}
