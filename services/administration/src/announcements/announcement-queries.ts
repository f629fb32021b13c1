import type { AnswerQuery } from '@ledgerline/host';
import { seesAttachment } from './announcement-list/attachment-of-announcement.query.js';
import { listAnnouncements } from './announcement-list/list-announcements.query.js';
import { oneAnnouncement } from './announcement-list/one-announcement.query.js';
import { receiptsOfAnnouncement } from './announcement-list/receipts-of-announcement.query.js';
import { dueAnnouncements } from './keep-announcement/due-announcements.query.js';

export const announcementQueries: Readonly<Record<string, AnswerQuery>> = {
  announcements: listAnnouncements,
  announcement: oneAnnouncement,
  'receipts-of-announcement': receiptsOfAnnouncement,
  'sees-attachment': seesAttachment,
  'due-announcements': dueAnnouncements,
};
