import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { watchesAnnouncements, worksHere } from '@ledgerline/domain';
import { pageOfRecords, whyUnseen, type Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { announcementsCollection, type ListedAnnouncement } from './announcement-list.projection.js';
import { readersCollection } from './announcement-readers.projection.js';
import { receiptId, receiptsCollection } from './announcement-receipts.projection.js';
import { shownAnnouncement, type ShownAnnouncement } from './shown-announcement.js';

export interface AnnouncementFilter {
  /** Those of which the asker has still to confirm that they read them. */
  readonly toConfirm?: boolean;
  /** Those that the asker published; of whoever watches, everybody's. */
  readonly sent?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

type Asked = QueryRequest<AnnouncementFilter>;
type Answer = { readonly kind: 'page'; readonly items: readonly ShownAnnouncement[]; readonly next?: string } | Problem;

/** `GET /announcements`: those addressed to the asker, what was delivered last first. A page of what is left to confirm may be shorter than it is asked to be. */
export async function listAnnouncements(request: Asked, ledgerline: Ledgerline): Promise<Answer> {
  if (!worksHere(request.principal.roles)) return problem('not-allowed');
  return request.body.sent ? sentAnnouncements(request, ledgerline) : ownAnnouncements(request, ledgerline);
}

async function ownAnnouncements({ body, principal, after }: Asked, ledgerline: Ledgerline): Promise<Answer> {
  const { limit = 50, cursor, toConfirm } = body;
  const { id } = principal;
  const [readers, announcements, receipts] = await Promise.all([
    ledgerline.live(readersCollection),
    ledgerline.live(announcementsCollection),
    ledgerline.live(receiptsCollection),
  ]);
  for (const collection of [readers, announcements, receipts]) {
    const why = await whyUnseen(collection, after, ledgerline);
    if (why) return problem(why);
  }
  const paged = { sort: ['-deliveredAt'], limit, ...(cursor === undefined ? {} : { cursor }) };
  const page = await readers.findRows({ where: { account: id }, ...paged });
  const ids = page.items.map((row) => row.id);
  const found = await announcements.getMany(ids);
  const asksForOne = ids.filter((one) => found.get(one)?.document?.mustConfirm);
  const given = await receipts.getMany(asksForOne.map((one) => receiptId(one, id)));
  const now = instantText(ledgerline.clock.now());
  const items = ids.flatMap((one) => {
    const listed = found.get(one)?.document;
    const receipt = given.get(receiptId(one, id))?.document;
    return listed === undefined ? [] : [shownAnnouncement(listed, { isReader: true, isWhole: false, receipt, now })];
  });
  const wanted = toConfirm === undefined ? items : items.filter((one) => one.toConfirm === toConfirm);
  return { kind: 'page', items: wanted, ...(page.next === undefined ? {} : { next: page.next }) };
}

function sentAnnouncements(request: Asked, ledgerline: Ledgerline): Promise<Answer> {
  const { id, onBehalfOf = id, roles } = request.principal;
  const now = instantText(ledgerline.clock.now());
  const own = watchesAnnouncements(roles) ? {} : { publishedBy: onBehalfOf };
  const list = {
    sort: ['-publishedAt'],
    where: () => ({ kind: 'announcement', ...own }),
    show: (one: ListedAnnouncement) => shownAnnouncement(one, { isReader: false, isWhole: true, receipt: undefined, now }),
  };
  return pageOfRecords(announcementsCollection, request, list, ledgerline) as Promise<Answer>;
}
