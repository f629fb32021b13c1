import { rejected, type Decide, type EventDefinition, type Fold } from '@ledgerline/kernel';

/**
 * What one person has confirmed (阅读回执): a stream of category `receipt` for each account, so that receipts of thousands meet nowhere, and grow with the announcements
 * that one person reads.
 */
export interface ReceiptEvents {
  AnnouncementConfirmed: { readonly announcement: string; readonly edition: number };
}
export type ReceiptEvent = { readonly type: 'AnnouncementConfirmed'; readonly data: ReceiptEvents['AnnouncementConfirmed'] };
export const receiptEventDefinitions: readonly EventDefinition[] = [{ type: 'AnnouncementConfirmed', schema: 1 }];

/** The edition confirmed last, by announcement. */
export type Receipts = ReadonlyMap<string, number>;

export const receiptsFold: Fold<Receipts> = {
  initial: new Map(),
  evolve(receipts, recorded) {
    const { announcement, edition } = (recorded as unknown as ReceiptEvent).data;
    return new Map(receipts).set(announcement, edition);
  },
};

/** Each edition once, and none after a later one. */
export const confirmEdition: Decide<ReceiptEvents['AnnouncementConfirmed'], Receipts, ReceiptEvent> = (data, receipts) =>
  (receipts.get(data.announcement) ?? 0) >= data.edition
    ? rejected('already-confirmed')
    : [{ type: 'AnnouncementConfirmed', data }];
