/** A ticket as it leaves the edge: without the key id of the person and the inner counters. */
export function ticketView(ticket: Record<string, unknown>): Record<string, unknown> {
  const { person: _person, assignments: _assignments, refusedChildren: _refused, aboutPerson, ...shown } = ticket;
  if (aboutPerson === undefined) return shown;
  return { ...shown, about: { ...(shown['about'] as object | undefined), person: aboutPerson } };
}
