import type { QueryRequest } from '@ledgerline/contracts';
import { announcementFold, sightOfAnnouncement } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { announcementsCollection } from './announcement-list.projection.js';

/** Announcements that one file is attached to, at most: the same file in another one is another upload mostly. */
const mostLookedAt = 20;

/** Whether the asker sees an announcement that the file is attached to; `intake` asks it, which keeps the files. */
export async function seesAttachment(
  { body: { attachment }, principal }: QueryRequest<{ readonly attachment: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'seen'; readonly seen: boolean }> {
  const announcements = await ledgerline.live(announcementsCollection);
  const { items } = await announcements.findRows({ where: { kind: 'attachment', attachment }, limit: mostLookedAt });
  for (const { id } of items) {
    const { state } = await ledgerline.commands.current(streamName('announcement', id), announcementFold);
    if (state !== undefined && sightOfAnnouncement(state, principal) !== undefined) return { kind: 'seen', seen: true };
  }
  return { kind: 'seen', seen: false };
}
