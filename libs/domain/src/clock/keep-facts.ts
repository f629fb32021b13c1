import type { ClockConditions } from '../policy/policy.js';
import type { Ticket } from '../ticket/ticket.js';
import type { BookRule } from './book-step.js';

/** What rules are selected by, from registration and from each change of level, kind or item on. */
export const keepFacts: BookRule = (book, { ticket, at }) => {
  const last = book.facts.at(-1);
  if (last && isStill(last.facts, ticket)) return book;
  const facts = factsOf(ticket);
  const isUrgent = facts.level === 'urgent';
  const raised = isUrgent && last !== undefined ? (last.facts.level === 'urgent' ? last.raisedAt : at) : undefined;
  return { ...book, facts: [...book.facts, { at, facts, ...(raised === undefined ? {} : { raisedAt: raised }) }] };
};

function isStill(known: ClockConditions, { kind, level, item, channel, site, district = known.district }: Ticket): boolean {
  const isSame = known.kind === kind && known.level === level && known.item === item;
  return isSame && known.channel === channel && known.site === site && known.district === district;
}

function factsOf({ kind, level, item, channel, site, district }: Ticket): ClockConditions {
  return { kind, level, item, channel, site, ...(district === undefined ? {} : { district }) };
}
