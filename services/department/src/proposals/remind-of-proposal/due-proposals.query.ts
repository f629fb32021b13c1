import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { remindersGiven } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { proposalsCollection } from '../proposal-list/proposal-list.projection.js';

export interface DueProposals {
  /** RFC 3339, UTC, milliseconds. */
  readonly before: string;
  readonly limit: number;
}

/** Somebody has to be told that its date has passed: for the how-manieth time. */
export interface DueProposal {
  readonly id: string;
  readonly department: string;
  readonly owner?: string;
  readonly dueBy: string;
  readonly repeat: number;
}

/** For the loop that reminds alone. */
export async function dueProposals(
  { body: { before, limit }, principal }: QueryRequest<DueProposals>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'due'; readonly items: readonly DueProposal[] } | Problem> {
  if (!principal.roles.includes('system')) return problem('not-allowed');
  const collection = await ledgerline.live(proposalsCollection);
  const where = { kind: 'proposal', remindsAt: { before } };
  const { items } = await collection.find({ where, sort: ['remindsAt'], limit });
  return {
    kind: 'due',
    items: items.flatMap(({ id, document }) => {
      const { department, owner, dueBy } = document;
      if (dueBy === undefined) return [];
      return [{ id, department, dueBy, repeat: remindersGiven(document), ...(owner === undefined ? {} : { owner }) }];
    }),
  };
}
