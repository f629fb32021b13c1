import { segmentFold, type Segment } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export type ListedSegment = Segment & { readonly id: string; readonly version: number };

export const segmentsCollection: CollectionDefinition<ListedSegment> = {
  name: 'segments',
  version: 1,
  fields: { isRetired: 'boolean', savedAt: 'string' },
  indexes: [['isRetired', 'savedAt']],
  rows: ({ isRetired, savedAt }) => [{ isRetired, savedAt }],
  personal: ['name', 'filter'],
};

export const segmentList: Projection<ListedSegment> = {
  collection: segmentsCollection,
  categories: ['segment'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const segment = segmentFold.evolve(listed, recorded);
    return segment && { ...segment, id: idOf(recorded.stream), version: recorded.version };
  },
};
