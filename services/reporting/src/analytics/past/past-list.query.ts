import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { sightOf, ticketFold, veiledTicket, type MaybeTicket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { foldAt, streamName } from '@ledgerline/kernel';
import { lineOf, type ListedLine } from '../../ticket-list/listed-for.js';
import { askDesk } from '../report.query.js';
import type { PastFilter } from './answer-past.js';

/** `at`: RFC 3339, UTC, milliseconds. */
export interface PastList extends Omit<PastFilter, 'at'> {
  readonly at: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export type PastListAnswer =
  | {
      readonly kind: 'page';
      readonly items: readonly ListedLine[];
      readonly next?: string;
      readonly position: string | null;
    }
  | Problem;

/**
 * `GET /tickets?at=` (R14.1): a work list as it stood, each ticket as it stood then. The facts say which; the streams say how. Today's
 * rights govern the look.
 */
export async function listTicketsThen(
  { body, principal, after }: QueryRequest<PastList>,
  ledgerline: Ledgerline,
): Promise<PastListAnswer> {
  const { at, limit = 50, cursor, ...filter } = body;
  if (cursor !== undefined && !/^\d{1,10}$/.test(cursor)) return problem('invalid-cursor');
  type Page = {
    readonly kind: 'report';
    readonly ids: readonly string[];
    readonly next: string | null;
    readonly position: string;
  };
  const answer = await askDesk<Page>(ledgerline, 'past', {
    filter: { ...filter, at: instant(at) },
    principal,
    after,
    limit,
    ...(cursor === undefined ? {} : { before: Number(cursor) }),
  });
  if (answer.kind === 'problem') return answer;
  const items = await Promise.all(answer.ids.map((id) => ticketThen(id, { at, principal }, ledgerline)));
  const { next, position } = answer;
  return { kind: 'page', items: items.filter((one) => one !== undefined), position, ...(next === null ? {} : { next }) };
}

/** `GET /tickets/count?at=`. */
export async function countTicketsThen({ body, principal, after }: QueryRequest<PastList>, ledgerline: Ledgerline) {
  const { at, limit: _limit, cursor: _cursor, ...filter } = body;
  type Count = { readonly kind: 'report'; readonly count: number; readonly position: string };
  const asked = { filter: { ...filter, at: instant(at) }, principal, after };
  const answer = await askDesk<Count>(ledgerline, 'past-count', asked);
  if (answer.kind === 'problem') return answer;
  return { kind: 'count' as const, count: answer.count, exact: true, position: answer.position };
}

async function ticketThen(
  id: string,
  { at, principal }: Pick<QueryRequest<unknown>, 'principal'> & { readonly at: string },
  { store, codec }: Ledgerline,
) {
  const commits = await codec.open(await store.load(streamName('ticket', id), { fresh: true }));
  const events = commits.flatMap((commit) => commit.events);
  const today = events.reduce<MaybeTicket>(ticketFold.evolve, undefined);
  const { state: then, version } = foldAt(events, ticketFold, { at });
  const sight = today === undefined ? 'ticket-not-found' : sightOf(today, principal);
  if (then === undefined || typeof sight === 'string') return undefined;
  return lineOf({ ...veiledTicket(then, sight.identity), id, version }, then.confidential || today?.confidential === true);
}

function instant(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}
