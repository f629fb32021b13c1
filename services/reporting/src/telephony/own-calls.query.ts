import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { openTransfer, seenAgents, type CallStanding, type CallTransfer } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { waitFor } from '../wait-for.js';
import { liveCallsCollection, type LiveCall } from './live-calls.projection.js';

/** A live call that somebody speaks on, or that is offered to them. Accounts are ids. */
export interface OwnCall {
  /** Of the contact, too. */
  readonly id: string;
  readonly standing: CallStanding;
  readonly since: string;
  readonly queue: string | null;
  /** Who speaks with the caller. */
  readonly agent: string | null;
  /** What waits for an answer, or for the call. */
  readonly transfer: {
    readonly by: string;
    readonly to: string;
    readonly ticket: string | null;
    readonly accepted: boolean;
    readonly at: string;
  } | null;
}

export type OwnCallsAnswer = { readonly kind: 'page'; readonly items: readonly OwnCall[] } | Problem;

/** One has one call, or a second that is just being handed over; more is a telephone system that tells no ends. */
const most = 20;

/** `GET /calls`: what one speaks on now, and what colleagues offer (R1.4). */
export async function listOwnCalls({ principal, after }: QueryRequest, ledgerline: Ledgerline): Promise<OwnCallsAnswer> {
  if (seenAgents(principal) === 'none') return problem('not-allowed');
  const collection = await ledgerline.live(liveCallsCollection);
  const behind = await waitFor(after, collection, ledgerline);
  if (behind) return behind;
  const { id } = principal;
  const found = await Promise.all([
    collection.find({ where: { agent: id }, limit: most }),
    collection.find({ where: { offeredTo: id }, limit: most }),
  ]);
  return { kind: 'page', items: found.flatMap(({ items }) => items.map(({ document }) => shown(document))) };
}

function shown(call: LiveCall): OwnCall {
  const { id, standing, since, queue, agent, transfers } = call;
  const open = openTransfer(transfers, call);
  return {
    ...{ id, standing, since, queue: queue ?? null, agent: agent ?? null },
    transfer: open === undefined ? null : shownTransfer(open),
  };
}

function shownTransfer({ by, to, ticket, state, at }: CallTransfer): NonNullable<OwnCall['transfer']> {
  return { by, to, ticket: ticket ?? null, accepted: state === 'accepted', at };
}
