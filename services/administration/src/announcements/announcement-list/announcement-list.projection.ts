import { announcementFold, nextAnnouncementStepAt, type Announcement } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection, type Recorded } from '@ledgerline/kernel';

/** An announcement without its addressees: of those how many there are. */
export type ListedAnnouncement = Omit<Announcement, 'addressed'> & {
  readonly id: string;
  readonly version: number;
  readonly addressed: number;
};

/** A row for itself and one for each attachment. `wakes`: when the system has next to do something about it. */
export const announcementsCollection: CollectionDefinition<ListedAnnouncement> = {
  name: 'announcements',
  version: 1,
  fields: { kind: 'string', attachment: 'string', publishedBy: 'string', publishedAt: 'string', wakes: 'string' },
  indexes: [
    ['kind', 'publishedAt'],
    ['kind', 'publishedBy', 'publishedAt'],
    ['kind', 'attachment'],
    ['kind', 'wakes'],
  ],
  rows: (announcement) => {
    const { publishedBy, publishedAt, attachments = [] } = announcement;
    const row = { kind: 'announcement', attachment: '', publishedBy, publishedAt, wakes: nextAnnouncementStepAt(announcement) ?? '' };
    return [row, ...attachments.map((attachment) => ({ ...row, kind: 'attachment', attachment, wakes: '' }))];
  },
  personal: ['title', 'text', 'withdrawn'],
}; // prettier-ignore

export const announcementList: Projection<ListedAnnouncement> = {
  collection: announcementsCollection,
  categories: ['announcement'],
  ...(announcementFold.looksInside && { looksInside: announcementFold.looksInside }),
  keys: ({ stream }) => [idOf(stream)],
  apply: afterEvent,
};

/** Thousands of ids are not kept with what a list shows: `announcement-readers` has them. */
function afterEvent(listed: ListedAnnouncement | undefined, recorded: Recorded): ListedAnnouncement | undefined {
  const before: Announcement | undefined = listed && { ...listed, addressed: [] };
  const after = announcementFold.evolve(before, recorded);
  if (after === undefined) return undefined;
  const addressed = after.addressed === before?.addressed ? (listed?.addressed ?? 0) : after.addressed.length;
  return { ...after, id: idOf(recorded.stream), version: recorded.version, addressed };
}
