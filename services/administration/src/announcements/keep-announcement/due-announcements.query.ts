import type { QueryRequest } from '@ledgerline/contracts';
import { announcementStepDue, type AnnouncementStep } from '@ledgerline/domain';
import { dueRecords, type DueQuery, type Ledgerline } from '@ledgerline/host';
import { announcementsCollection, type ListedAnnouncement } from '../announcement-list/announcement-list.projection.js';

export type DueAnnouncement = AnnouncementStep & { readonly id: string };

/** For the loop that delivers and reminds alone. */
export function dueAnnouncements(request: QueryRequest<DueQuery>, ledgerline: Ledgerline) {
  const itemOf = (id: string, announcement: ListedAnnouncement): DueAnnouncement | undefined => {
    const step = announcementStepDue(announcement, request.body.before);
    return step && { id, ...step };
  };
  return dueRecords(announcementsCollection, request, { by: 'wakes', where: { kind: 'announcement' }, itemOf }, ledgerline);
}
