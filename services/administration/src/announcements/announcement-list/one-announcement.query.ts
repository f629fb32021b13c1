import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { announcementFold, sightOfAnnouncement, type Announcement } from '@ledgerline/domain';
import { oneRecord, shownStep, whyUnseen, type Ledgerline, type RecordKind, type ShownStep } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { receiptId, receiptsCollection } from './announcement-receipts.projection.js';
import { shownAnnouncement, type ShownAnnouncement } from './shown-announcement.js';

/** One announcement; to those who answer for it with how many have confirmed its present edition, and how it came to that. */
export type OneAnnouncement = ShownAnnouncement & { readonly confirmed?: number; readonly history?: readonly ShownStep[] };

export const announcementKind: RecordKind<Announcement> = {
  category: 'announcement',
  fold: announcementFold,
  sees: (announcement, principal) => sightOfAnnouncement(announcement, principal) !== undefined,
  notFound: 'announcement-not-found',
};

/** `GET /announcements/{id}`. */
export async function oneAnnouncement(
  { body: { id }, principal, after }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly announcement: OneAnnouncement } | Problem> {
  const record = await oneRecord(announcementKind, { id, principal }, ledgerline);
  if ('code' in record) return record;
  const { state, events } = record;
  const receipts = await ledgerline.live(receiptsCollection);
  const why = await whyUnseen(receipts, after, ledgerline);
  if (why) return problem(why);
  const isWhole = sightOfAnnouncement(state, principal) === 'whole';
  const shown = shownAnnouncement(
    { ...state, id, version: events.length, addressed: state.addressed.length },
    {
      isReader: state.addressed.includes(principal.id),
      isWhole,
      receipt: (await receipts.get(receiptId(id, principal.id)))?.document,
      now: instantText(ledgerline.clock.now()),
    },
  );
  if (!isWhole) return { kind: 'one', announcement: shown };
  const confirmed = await receipts.count({ where: { announcement: id, edition: state.edition } });
  return { kind: 'one', announcement: { ...shown, confirmed, history: events.map((event) => shownStep(event, manyIds)) } };
}

/** Who they are is read on pages of their own. */
const manyIds = ['addressed', 'told'];
