import { ledgerlineEvents } from '@ledgerline/domain';
import type { Projection } from '@ledgerline/kernel';
import { accountAudit } from './audit/account-audit.projection.js';
import { announcementList } from './announcements/announcement-list/announcement-list.projection.js';
import { announcementReaders } from './announcements/announcement-list/announcement-readers.projection.js';
import { announcementReceipts } from './announcements/announcement-list/announcement-receipts.projection.js';
import { articleList } from './knowledge/article-list.projection.js';
import { articleUses } from './knowledge/article-use.projection.js';
import { accountList } from './accounts/account-list.projection.js';
import { departmentList } from './departments/department-list.projection.js';
import { sessionList } from './sessions/session-list.projection.js';
import { probationList } from './probations/probation-list/probation-list.projection.js';
import { rosterList } from './rosters/roster-list/roster-list.projection.js';
import { siteList } from './sites/site-list.projection.js';
import { tokenList } from './tokens/token-list.projection.js';
import { webhookList } from './webhooks/webhook-list.projection.js';
import { substitutionList } from './substitutes/substitution-list.projection.js';
import { erasureRequests } from './erasure/erasure-requests.projection.js';
import { identityList } from './identities/identity-list.projection.js';
import { equipmentList } from './equipment/equipment-list/equipment-list.projection.js';
import { documentList } from './documents/document-list.projection.js';

/** What the host can run on a thread of its own. */
export const projections = [
  accountList,
  departmentList,
  documentList,
  sessionList,
  tokenList,
  articleList,
  articleUses,
  siteList,
  webhookList,
  accountAudit,
  substitutionList,
  identityList,
  erasureRequests,
  probationList,
  equipmentList,
  announcementList,
  announcementReaders,
  announcementReceipts,
  rosterList,
] as unknown as readonly Projection<never>[];
export const events = ledgerlineEvents;
