import type { QueryRequest } from '@ledgerline/contracts';
import { announcementStepDue } from '@ledgerline/domain';
import { dueRecords, type DueQuery, type Ledgerline } from '@ledgerline/host';
import { announcementsCollection, type ListedAnnouncement } from '../announcement-list/announcement-list.projection.js';

/** For the loop that delivers and reminds alone. */
export function dueAnnouncements(request: QueryRequest<DueQuery>, ledgerline: Ledgerline) {
  const stepOf = (announcement: ListedAnnouncement) => announcementStepDue(announcement, request.body.before);
  return dueRecords(announcementsCollection, request, { by: 'wakes', where: { kind: 'announcement' }, stepOf }, ledgerline);
}
