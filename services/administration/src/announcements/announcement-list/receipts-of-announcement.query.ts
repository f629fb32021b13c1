import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { sightOfAnnouncement, type Announcement } from '@ledgerline/domain';
import { oneRecord, pageOfRecords, whyUnseen, type Ledgerline } from '@ledgerline/host';
import { announcementKind } from './one-announcement.query.js';
import { receiptsCollection, type AnnouncementReceipt } from './announcement-receipts.projection.js';
import { notConfirmed } from './not-confirmed.js';

export interface ReceiptsQuery {
  readonly id: string;
  /** Those who have; those who have not where it is false. */
  readonly confirmed?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Somebody whom the present edition was addressed to, and when they confirmed it, if they did. */
export interface ReceiptLine {
  readonly account: string;
  readonly confirmedAt?: string;
}

type Asked = QueryRequest<ReceiptsQuery>;
type Answer = { readonly kind: 'page'; readonly items: readonly ReceiptLine[]; readonly next?: string } | Problem;

/** `GET /announcements/{id}/receipts`: for those who answer for it. */
export async function receiptsOfAnnouncement(request: Asked, ledgerline: Ledgerline): Promise<Answer> {
  const { body, principal } = request;
  const record = await oneRecord(announcementKind, { id: body.id, principal }, ledgerline);
  if ('code' in record) return record;
  if (sightOfAnnouncement(record.state, principal) !== 'whole') return problem('not-allowed');
  return body.confirmed === false ? whoHasNot(request, record.state, ledgerline) : whoHas(request, record.state, ledgerline);
}

function whoHas(request: Asked, { edition }: Announcement, ledgerline: Ledgerline): Promise<Answer> {
  const list = {
    sort: ['confirmedAt'],
    where: () => ({ announcement: request.body.id, edition }),
    show: ({ account, confirmedAt }: AnnouncementReceipt): ReceiptLine => ({ account, confirmedAt }),
  };
  return pageOfRecords(receiptsCollection, request, list, ledgerline) as Promise<Answer>;
}

/** In the order in which they were addressed; the cursor is the last account told. */
async function whoHasNot({ body, after }: Asked, announcement: Announcement, ledgerline: Ledgerline): Promise<Answer> {
  const { id, limit = 50, cursor } = body;
  const why = await whyUnseen(await ledgerline.live(receiptsCollection), after, ledgerline);
  if (why) return problem(why);
  const last = cursor === undefined ? -1 : announcement.addressed.indexOf(cursor);
  if (cursor !== undefined && last < 0) return problem('invalid-cursor');
  const found = await notConfirmed({ id, ...announcement }, ledgerline, { from: last + 1, most: limit + 1 });
  const items = found.slice(0, limit).map((account): ReceiptLine => ({ account }));
  const next = found.length > limit ? items.at(-1)?.account : undefined;
  return { kind: 'page', items, ...(next === undefined ? {} : { next }) };
}
