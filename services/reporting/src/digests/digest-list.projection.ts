import type { DigestContent, DigestEvent } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** A digest without its tables. */
export type ListedDigest = Omit<DigestContent, 'sections'> & {
  readonly id: string;
  readonly reader: string;
  readonly schedule: string;
  readonly at: string;
};

export const digestListCollection: CollectionDefinition<ListedDigest> = {
  name: 'digests',
  version: 1,
  fields: { reader: 'string', at: 'string' },
  indexes: [['reader', 'at']],
  rows: ({ reader, at }) => [{ reader, at }],
  personal: [],
};

export const digestList: Projection<ListedDigest> = {
  collection: digestListCollection,
  categories: ['digest'],
  keys: ({ stream }) => [idOf(stream)],
  apply: (listed, recorded) => {
    const event = recorded as unknown as DigestEvent;
    if (event.type !== 'DigestDelivered') return listed;
    const { reader, schedule, content } = event.data;
    const { sections: _sections, ...head } = content;
    return { ...head, id: idOf(recorded.stream), reader, schedule, at: recorded.meta.at };
  },
};
