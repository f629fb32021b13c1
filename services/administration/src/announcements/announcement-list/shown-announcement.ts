import { statusOfAnnouncement, type AnnouncementStatus } from '@ledgerline/domain';
import type { ListedAnnouncement } from './announcement-list.projection.js';
import type { AnnouncementReceipt } from './announcement-receipts.projection.js';

/** An announcement as it leaves the service. `addressed`: how many; told to those alone who answer for it. */
export type ShownAnnouncement = Omit<ListedAnnouncement, 'person' | 'addressed' | 'remindedAll' | 'reminded'> & {
  readonly status: AnnouncementStatus;
  /** The asker has still to say that they have read this edition. */
  readonly toConfirm: boolean;
  /** When the asker did. */
  readonly confirmedAt?: string;
  readonly addressed?: number;
};

/** What the asker is to an announcement: its reader, with the receipt that they gave, or somebody who sees it whole. */
export interface AskerOf {
  readonly isReader: boolean;
  readonly isWhole: boolean;
  readonly receipt: AnnouncementReceipt | undefined;
  readonly now: string;
}

export function shownAnnouncement(listed: ListedAnnouncement, asker: AskerOf): ShownAnnouncement {
  const { person: _person, addressed, remindedAll: _all, reminded: _reminded, ...announcement } = listed;
  const status = statusOfAnnouncement(listed, asker.now);
  const confirmed = asker.receipt?.edition === listed.edition ? asker.receipt.confirmedAt : undefined;
  return {
    ...announcement,
    status,
    toConfirm: asker.isReader && listed.mustConfirm && status === 'in-force' && confirmed === undefined,
    ...(confirmed === undefined ? {} : { confirmedAt: confirmed }),
    ...(asker.isWhole ? { addressed } : {}),
  };
}
