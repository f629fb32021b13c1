import type { WhereTicketsAre } from './other-ticket.js';

export interface SeenTickets {
  /** Of some tickets those that show to whoever asks: the others are neither named nor counted (rule 11). */
  readonly seen: ReadonlySet<string>;
  /** Of these, where somebody still has to do something before the caller has an answer. */
  readonly open: ReadonlySet<string>;
}

/** Asks who keeps what the tickets are: elsewhere it is kept what belongs to them. @param principal who asks, as the edge has established it */
export async function seenTickets(
  ids: readonly string[],
  principal: unknown,
  { ask }: Pick<WhereTicketsAre, 'ask'>,
): Promise<SeenTickets> {
  if (ids.length === 0) return { seen: new Set(), open: new Set() };
  type Answer = { readonly ids: readonly string[]; readonly open: readonly string[] };
  const answer = await ask<Answer>('reporting', 'visible-tickets', { body: { ids }, principal });
  return { seen: new Set(answer.ids), open: new Set(answer.open) };
}
