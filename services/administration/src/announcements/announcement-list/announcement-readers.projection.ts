import type { AnnouncementEvents } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** Whom an announcement's present edition was delivered to, and when. */
export interface AnnouncementReaders {
  readonly deliveredAt: string;
  readonly addressed: readonly string[];
}

/** A row for each reader, written once an edition: a receipt changes nothing here. */
export const readersCollection: CollectionDefinition<AnnouncementReaders> = {
  name: 'announcement-readers',
  version: 1,
  fields: { account: 'string', deliveredAt: 'string' },
  indexes: [['account', 'deliveredAt']],
  rows: ({ deliveredAt, addressed }) => addressed.map((account) => ({ account, deliveredAt })),
  personal: [],
};

export const announcementReaders: Projection<AnnouncementReaders> = {
  collection: readersCollection,
  categories: ['announcement'],
  events: ['AnnouncementDelivered'],
  looksInside: [],
  keys: ({ stream }) => [idOf(stream)],
  apply: (_before, { data, meta }) => {
    const { addressed } = data as AnnouncementEvents['AnnouncementDelivered'];
    return { deliveredAt: meta.at, addressed };
  },
};
