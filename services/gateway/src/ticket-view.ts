/** What of a ticket is nobody's outside: the key id of the person, and the inner counters. */
type Inner = 'person' | 'assignments' | 'refusedChildren';

/** A ticket as it leaves the edge; whom it is about stands in one place. */
export type TicketView<Ticket extends object> = Omit<Ticket, Inner | 'aboutPerson' | 'about'> & {
  readonly about?: AboutView<Ticket>;
};
type AboutView<Ticket> = MemberOf<Ticket, 'about'> & { readonly person?: MemberOf<Ticket, 'aboutPerson'> };
type MemberOf<Ticket, Name extends string> = Ticket extends { readonly [name in Name]?: infer Member } ? Member : unknown;

export function ticketView(ticket: Record<string, unknown>): Record<string, unknown> {
  const { person: _person, assignments: _assignments, refusedChildren: _refused, aboutPerson, ...shown } = ticket;
  if (aboutPerson === undefined) return shown;
  return { ...shown, about: { ...(shown['about'] as object | undefined), person: aboutPerson } };
}
