import type { Principal } from '@ledgerline/contracts';
import { seesCampaigns } from '@ledgerline/domain';
import { categoryOf, type StreamName } from '@ledgerline/kernel';

/** A list of which screens hear only that something in it has changed: what, and whether it shows to them, they ask the list. */
interface ToldList {
  /** Categories of the streams that it is made of. */
  readonly categories: readonly string[];
  readonly hears: (principal: Principal) => boolean;
}

/** By the path of the list in the API. */
const toldLists: Readonly<Record<string, ToldList>> = {
  campaigns: { categories: ['campaign', 'listed-call'], hears: ({ roles }) => seesCampaigns(roles) },
};

const byCategory = new Map(
  Object.entries(toldLists).flatMap(([list, { categories }]) => categories.map((category) => [category, list] as const)),
);

/** The list that a stream belongs to; undefined where nobody is told. */
export function listOf(stream: StreamName): string | undefined {
  return byCategory.get(categoryOf(stream));
}

export function hearsOf(list: string, principal: Principal): boolean {
  return toldLists[list]?.hears(principal) ?? false;
}
