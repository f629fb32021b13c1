import type { Answer } from '@ledgerline/contracts';
import { isActive, isRejection, type MaybeTicket, type TicketEvent, stillOpen } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R1.4: a simple matter is settled at once by the agent, before anybody else has it, and still ends up on record, with the
 * articles that the answer rests on.
 *
 * @param inForce version in force of each article that can be relied on
 */
export function answerByArticles(inForce: Readonly<Record<string, number>>): Decide<Answer, MaybeTicket, TicketEvent> {
  return ({ text, articles = [] }, state) => {
    const ticket = stillOpen(state);
    if (isRejection(ticket)) return ticket;
    if (ticket.status !== 'registered') return rejected('already-dispatched', { status: ticket.status });
    if (ticket.parts.some(isActive)) return rejected('departments-are-at-work');
    const unknown = articles.filter((article) => !Object.hasOwn(inForce, article));
    if (unknown.length > 0) return rejected('unknown-article', { articles: unknown });
    const versions = Object.fromEntries(articles.map((article) => [article, inForce[article] as number]));
    const used = articles.length === 0 ? {} : { articleVersions: versions };
    return [{ type: 'TicketAnswered', data: { person: ticket.person, text, articles, ...used } }];
  };
}

/** An answer that rests on no article. */
export const answerTicket = answerByArticles({});
