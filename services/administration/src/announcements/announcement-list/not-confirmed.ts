import type { Announcement } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { receiptId, receiptsCollection } from './announcement-receipts.projection.js';

/** Receipts looked up in one go. */
const atOnce = 500;

type Delivered = Pick<Announcement, 'addressed' | 'edition'> & { readonly id: string };

/** Of those addressed, in their order, whoever has not confirmed the present edition. @param from place in that order @param most how many are wanted */
export async function notConfirmed(
  { id, addressed, edition }: Delivered,
  ledgerline: Ledgerline,
  { from = 0, most = Number.POSITIVE_INFINITY } = {},
): Promise<readonly string[]> {
  const receipts = await ledgerline.live(receiptsCollection);
  const waiting: string[] = [];
  for (let place = from; place < addressed.length && waiting.length < most; place += atOnce) {
    const accounts = addressed.slice(place, place + atOnce);
    const known = await receipts.getMany(accounts.map((account) => receiptId(id, account)));
    waiting.push(...accounts.filter((account) => known.get(receiptId(id, account))?.document?.edition !== edition));
  }
  return waiting.slice(0, most);
}
