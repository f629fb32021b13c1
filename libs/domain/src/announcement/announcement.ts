import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import type { AnnouncementContent, AnnouncementEvent, AnnouncementEvents } from './announcement-events.js';

/** An announcement (公告) as its events give it, in its present edition. Times are RFC 3339, UTC. */
export interface Announcement
  extends
    AnnouncementContent,
    Pick<
      AnnouncementEvents['AnnouncementPublished'],
      'person' | 'audience' | 'from' | 'until' | 'mustConfirm' | 'remindEveryDays'
    > {
  readonly edition: number;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly correctedAt?: string;
  /** Accounts that the present edition was delivered to; none before its time has come. */
  readonly addressed: readonly string[];
  readonly deliveredAt?: string;
  /** How often those who had not confirmed the present edition were reminded; `remindedAll`: nobody was left. */
  readonly reminded: number;
  readonly remindedAll?: true;
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly reason: Personal<string> };
}
export type MaybeAnnouncement = Announcement | undefined;

type RecordedAnnouncementEvent = AnnouncementEvent & Pick<RecordedEvent, 'meta'>;

export const announcementFold: Fold<MaybeAnnouncement> = {
  initial: undefined,
  looksInside: ['AnnouncementPublished', 'AnnouncementCorrected', 'AnnouncementWithdrawn'],
  evolve: (announcement, recorded) => evolveAnnouncement(announcement, recorded as unknown as RecordedAnnouncementEvent),
};

function evolveAnnouncement(before: MaybeAnnouncement, event: RecordedAnnouncementEvent): MaybeAnnouncement {
  const { at } = event.meta;
  if (event.type === 'AnnouncementPublished') {
    const publishedBy = powerOf(event.meta);
    return { ...event.data, edition: 1, publishedAt: at, publishedBy, addressed: [], reminded: 0 };
  }
  if (before === undefined) return before;
  switch (event.type) {
    case 'AnnouncementDelivered':
      return { ...before, addressed: event.data.addressed, deliveredAt: at };
    case 'AnnouncementCorrected': {
      const { reason: _reason, ...corrected } = event.data;
      const { attachments: _attachments, deliveredAt: _delivered, remindedAll: _all, ...rest } = before;
      return { ...rest, ...corrected, correctedAt: at, reminded: 0 };
    }
    case 'AnnouncementReminded': {
      const { repeat, told } = event.data;
      return { ...before, reminded: repeat, ...(told.length === 0 ? { remindedAll: true as const } : {}) };
    }
    case 'AnnouncementWithdrawn':
      return { ...before, withdrawn: { at, by: powerOf(event.meta), reason: event.data.reason } };
    default:
      return noRuleFor(event);
  }
}
