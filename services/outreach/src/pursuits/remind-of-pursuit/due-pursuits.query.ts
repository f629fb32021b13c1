import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { remindersGiven } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { pursuitsCollection } from '../pursuit-list/pursuit-list.projection.js';

interface Asked {
  /** RFC 3339, UTC, milliseconds. */
  readonly before: string;
  readonly limit: number;
}

/** For the loop that reminds alone: those whose step is late, and who is told for the how-manieth time. */
export async function duePursuits(
  { body: { before, limit }, principal }: QueryRequest<Asked>,
  ledgerline: Ledgerline,
): Promise<
  | {
      readonly kind: 'due';
      readonly items: readonly {
        readonly id: string;
        readonly department: string;
        readonly owner: string;
        readonly dueBy: string;
        readonly repeat: number;
      }[];
    }
  | Problem
> {
  if (!principal.roles.includes('system')) return problem('not-allowed');
  const collection = await ledgerline.live(pursuitsCollection);
  const where = { kind: 'pursuit', remindsAt: { before } };
  const { items } = await collection.find({ where, sort: ['remindsAt'], limit });
  return {
    kind: 'due',
    items: items.flatMap(({ id, document }) => {
      const { department, owner, dueBy } = document;
      return dueBy === undefined ? [] : [{ id, department, owner, dueBy, repeat: remindersGiven(document) }];
    }),
  };
}
