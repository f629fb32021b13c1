import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';
import type { QueryCalls } from './query-call.js';
import { paging, parseQuery } from './ticket-query.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * A page of a list that a service answers whole because it is short (departments, accounts, governed documents): all of it,
 * unless a limit is asked for. The cursor names the item before the page, so that what is added meanwhile shifts nothing.
 *
 * @param keyOf what tells one item from the others
 * @throws ProblemError invalid-query, and invalid-cursor where that item is gone
 */
export function pageOfWhole<Item>(request: FastifyRequest, all: readonly Item[], keyOf: (item: Item) => string): Page<Item> {
  const query = parseQuery(request.query as Readonly<Record<string, string>>, paging);
  const { limit = all.length, cursor } = query as { readonly limit?: number; readonly cursor?: string };
  const before = cursor === undefined ? -1 : all.findIndex((item) => cursorAfter(keyOf(item)) === cursor);
  if (cursor !== undefined && before < 0) throw new ProblemError({ code: 'invalid-cursor' });
  const items = all.slice(before + 1, before + 1 + limit);
  const last = items.at(-1);
  const isLast = last === undefined || before + 1 + items.length >= all.length;
  return { items, next: isLast ? null : cursorAfter(keyOf(last)) };
}

type Coded = { readonly code: string };

/** The same of what the administration keeps by code. */
export async function pageOfCoded(
  queries: QueryCalls,
  request: FastifyRequest,
  call: string,
  body: object,
): Promise<Page<Coded>> {
  const all = await queries.ask<readonly Coded[] & { readonly kind?: string }>(request, 'administration', call, body);
  return pageOfWhole(request, all, ({ code }) => code);
}

const cursorAfter = (key: string): string => Buffer.from(key).toString('base64url');
