import type { Principal } from '@ledgerline/contracts';
import { seesAllTickets } from '@ledgerline/domain';
import type { Ask } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { isOwn, visibleTo } from '../visible.js';

/** A work list as it stood. `at`: milliseconds since the epoch. */
export interface PastFilter {
  readonly at: number;
  readonly open?: boolean;
  readonly status?: string;
  readonly level?: string;
  readonly kind?: string;
  readonly item?: string;
  readonly site?: string;
  readonly department?: string;
  readonly part?: string;
  readonly handler?: string;
}

export interface PastQuestion {
  readonly filter: PastFilter;
  readonly principal: Principal;
  readonly limit: number;
  /** The ticket's number among the facts that the last page ended with. */
  readonly before?: number;
}

interface Parts {
  readonly ask: Ask;
  readonly words: WordList;
}

const ofTicket = ['status', 'level', 'kind', 'item', 'site'] as const;
const ofPart = ['department', 'part', 'handler'] as const;

/** Which tickets a list had at a moment, newest first in the order in which they came; what may be seen is by the asker's rights of today. */
export async function answerPast({ filter, principal, limit, before }: PastQuestion, { ask, words }: Parts) {
  const condition = conditionOf(filter, principal, words);
  const page = `SELECT t.ticket, t.id ${condition} AND t.ticket < $before ORDER BY t.ticket DESC LIMIT $limit`;
  const rows = await ask(page, { at: filter.at, before: before ?? 2 ** 31 - 1, limit: limit + 1 });
  const ids = rows.slice(0, limit).map(({ id }) => id as string);
  return { ids, next: rows.length > limit ? String(rows[limit - 1]?.['ticket']) : null };
}

export async function answerPastCount({ filter, principal }: Pick<PastQuestion, 'filter' | 'principal'>, { ask, words }: Parts) {
  const [row] = await ask(`SELECT count(*) AS count ${conditionOf(filter, principal, words)}`, { at: filter.at });
  return { count: Number(row?.['count']) };
}

/** Words stand in the SQL as their numbers, so nothing that somebody typed does. A department's lists have what it held then. */
function conditionOf(filter: PastFilter, principal: Principal, words: WordList): string {
  const isWord = (column: string, text: string) => `${column} = ${words.known(text) ?? -1}`;
  const stood = (of: string) => `${of}.since <= $at AND (${of}.until IS NULL OR ${of}.until > $at)`;
  const conditions = [
    stood('s'),
    visibleTo(principal, words),
    ...(filter.open === undefined ? [] : [`s."open" = ${filter.open}`]),
    ...ofTicket.flatMap((name) => (filter[name] === undefined ? [] : [isWord(`s.${name}`, filter[name])])),
  ];
  const parts = ofPart.flatMap((name) => (filter[name] === undefined ? [] : [isWord(`p.${name}`, filter[name])]));
  if (!seesAllTickets(principal.roles)) parts.push(isOwn('p.department', principal, words));
  if (parts.length > 0)
    conditions.push(`s.ticket IN (SELECT p.ticket FROM standing_parts p WHERE ${[stood('p'), ...parts].join(' AND ')})`);
  return `FROM standings s JOIN tickets t ON t.ticket = s.ticket WHERE ${conditions.map((one) => `(${one})`).join(' AND ')}`;
}
