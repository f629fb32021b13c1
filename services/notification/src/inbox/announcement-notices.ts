import type { AnnouncementEvent, AnnouncementEventType } from '@ledgerline/domain';
import { inboxOf, type DraftedNotice } from './notice.js';

export const eventsOfAnnouncements = [
  'AnnouncementDelivered',
  'AnnouncementReminded',
] as const satisfies readonly AnnouncementEventType[];

type Told = Extract<AnnouncementEvent, { readonly type: (typeof eventsOfAnnouncements)[number] }>;
export interface ToldAnnouncement {
  readonly edition: number;
  readonly repeat?: number;
}

/** Each telling is a document of its own, with a row for each of thousands of readers, and is written once. */
export function noticeId(stream: string, { edition, repeat = 0 }: ToldAnnouncement): string {
  return `${stream}~${edition}~${repeat}`;
}

/** Whom it is addressed to; then those who have not confirmed it. */
export function noticeOfAnnouncement({ type, data }: Told): DraftedNotice | undefined {
  const [kind, told] =
    type === 'AnnouncementDelivered'
      ? (['announcement', data.addressed] as const)
      : (['announcement-reminder', data.told] as const);
  return told.length === 0 ? undefined : { kind, to: told.map(inboxOf.account) };
}
