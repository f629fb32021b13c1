import type { ReceiptEvents } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

/** One person's receipt for one announcement: of the edition confirmed last. */
export interface AnnouncementReceipt {
  readonly announcement: string;
  readonly account: string;
  readonly edition: number;
  readonly confirmedAt: string;
}

export const receiptsCollection: CollectionDefinition<AnnouncementReceipt> = {
  name: 'announcement-receipts',
  version: 1,
  fields: { announcement: 'string', edition: 'number', confirmedAt: 'string' },
  indexes: [['announcement', 'edition', 'confirmedAt']],
  rows: ({ announcement, edition, confirmedAt }) => [{ announcement, edition, confirmedAt }],
  personal: [],
};

export function receiptId(announcement: string, account: string): string {
  return `${announcement}.${account}`;
}

export const announcementReceipts: Projection<AnnouncementReceipt> = {
  collection: receiptsCollection,
  categories: ['receipt'],
  events: ['AnnouncementConfirmed'],
  looksInside: [],
  keys: ({ stream, data }) => [receiptId((data as ReceiptEvents['AnnouncementConfirmed']).announcement, idOf(stream))],
  apply: (_before, { stream, data, meta }) => ({
    ...(data as ReceiptEvents['AnnouncementConfirmed']),
    account: idOf(stream),
    confirmedAt: meta.at,
  }),
};
