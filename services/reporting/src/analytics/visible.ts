import type { Principal } from '@ledgerline/contracts';
import { seenAgents, seesAllTickets, seesConfidential, seesEveryTicket, withImplied } from '@ledgerline/domain';
import type { WordList } from './fill/word-list.js';

/**
 * `sightOf` over the facts: which rows of `tickets t` a principal may see, as a condition in SQL. What it leaves out is not counted
 * either. Numbers of words come from the store, so nothing that was typed stands in it.
 */
export function visibleTo({ id, onBehalfOf = id, roles, departments }: Principal, words: WordList): string {
  if (seesEveryTicket(roles)) return 'TRUE';
  const all = withImplied(roles);
  const everywhere = seesAllTickets(roles);
  const secrets = seesConfidential(roles);
  const own = isOwn('a.department', { departments }, words);
  const partly = (more: string) => `t.ticket IN (SELECT a.ticket FROM assignments a WHERE ${own} AND ${more})`;
  const open = everywhere ? 'TRUE' : partly('TRUE');
  return `CASE WHEN t.confidential THEN ${secrets ? 'TRUE' : partly(needsIt())} ELSE ${open} END`;

  /** Of a department that has it: its manager, the assigned handler, and while there is none whoever could accept it. */
  function needsIt(): string {
    if (all.has('manager')) return 'a.shown';
    if (!all.has('handler')) return 'FALSE';
    return `a.shown AND (a.handler IS NULL OR a.handler = ${words.known(onBehalfOf) ?? -1})`;
  }
}

/** True of their own departments. */
export function isOwn(column: string, { departments }: Pick<Principal, 'departments'>, words: WordList): string {
  return departments.includes('*') ? 'TRUE' : isAmong(column, departments, words);
}

export function isAmong(column: string, texts: readonly string[], words: WordList): string {
  const numbers = texts.flatMap((text) => words.known(text) ?? []);
  return numbers.length === 0 ? 'FALSE' : `${column} IN (${numbers.join(', ')})`;
}

/** `seenAgents` over facts `f` of calls and of agents' time, as a condition in SQL. @param sites those of the principal's departments */
export function visibleAgents(principal: Principal, sites: readonly string[], words: WordList): string {
  const { id, onBehalfOf = id } = principal;
  switch (seenAgents(principal)) {
    case 'all':
      return 'TRUE';
    case 'of-their-sites':
      return `(${isAmong('f.site', sites, words)} OR ${isAmong('f.agent_site', sites, words)})`;
    case 'themselves':
      return `f.agent = ${words.known(onBehalfOf) ?? -1}`;
    case 'none':
      return 'FALSE';
  }
}
