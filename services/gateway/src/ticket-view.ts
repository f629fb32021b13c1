/** A ticket as it leaves the edge: without the key id of the person and the inner counters. */
export function ticketView(ticket: Record<string, unknown>): Record<string, unknown> {
  const { person: _person, assignments: _assignments, ...shown } = ticket;
  return shown;
}
