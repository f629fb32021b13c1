import { surgeFold, type Surge } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export type ListedSurge = NonNullable<Surge> & { readonly id: string; readonly version: number };

export const surgeListCollection: CollectionDefinition<ListedSurge> = {
  name: 'surges',
  version: 1,
  fields: { scope: 'string', acknowledged: 'boolean', noticedAt: 'string' },
  indexes: [
    ['scope', 'noticedAt'],
    ['scope', 'acknowledged', 'noticedAt'],
  ],
  rows: ({ acknowledged, noticedAt }) => [{ scope: 'surge', acknowledged: acknowledged !== undefined, noticedAt }],
  personal: [],
};

export const surgeList: Projection<ListedSurge> = {
  collection: surgeListCollection,
  categories: ['surge'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const surge = surgeFold.evolve(listed, recorded);
    return surge && { ...surge, id: idOf(recorded.stream), version: recorded.version };
  },
};
