import type { ByWhom, Rejection } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import { withImplied } from '../authority/roles.js';
import type { Viewer } from '../authority/sight.js';
import { unseenBy } from '../authority/unseen.js';
import type { Announcement, MaybeAnnouncement } from './announcement.js';
import type { AnnouncementAudience } from './audience.js';

/** `over`: its time has passed. */
export const announcementStatuses = ['to-come', 'in-force', 'over', 'withdrawn'] as const;
export type AnnouncementStatus = (typeof announcementStatuses)[number];

type Timed = Pick<Announcement, 'from' | 'until' | 'withdrawn'>;

/** @param now RFC 3339, UTC */
export function statusOfAnnouncement({ from, until, withdrawn }: Timed, now: string): AnnouncementStatus {
  if (withdrawn !== undefined) return 'withdrawn';
  if (until !== undefined && until <= now) return 'over';
  return from <= now ? 'in-force' : 'to-come';
}

/** Looks after every announcement: who has confirmed, and who has not. */
export function watchesAnnouncements(roles: readonly string[]): boolean {
  const all = withImplied(roles);
  return ['administrator', 'leader', 'auditor'].some((role) => all.has(role));
}

/** Whoever wrote it, and whoever watches, sees an announcement whole; whom it is addressed to what it says. */
export function sightOfAnnouncement(
  { addressed, publishedBy }: Pick<Announcement, 'addressed' | 'publishedBy'>,
  viewer: Viewer,
): 'whole' | 'reader' | undefined {
  const { roles = [], id, onBehalfOf = id } = viewer;
  if (onBehalfOf === publishedBy || watchesAnnouncements(roles)) return 'whole';
  return addressed.includes(id) ? 'reader' : undefined;
}

export function unseenAnnouncement(announcement: MaybeAnnouncement, by: ByWhom): Rejection | undefined {
  const isSeen = (viewer: Viewer) => announcement !== undefined && sightOfAnnouncement(announcement, viewer) !== undefined;
  return unseenBy(by, 'announcement-not-found', isSeen);
}

/** Managers and team leaders speak to their own departments; the house is for those who run it. */
export function mayAddress({ departments = [], ...others }: AnnouncementAudience, { actor }: ByWhom): boolean {
  const all = withImplied(actor.roles ?? []);
  if (['administrator', 'leader', 'coordinator', 'personnel', 'office'].some((role) => all.has(role))) return true;
  const own = actor.departments ?? [];
  const isToOwn = departments.length > 0 && departments.every((one) => own.includes(one) || own.includes('*'));
  return isToOwn && Object.values(others).every((some) => some === undefined || (some as readonly string[]).length === 0);
}

/** Who corrects it and takes it back: whoever published it, administrators and executives. */
export function answersForAnnouncement({ publishedBy }: Pick<Announcement, 'publishedBy'>, by: ByWhom): boolean {
  const all = withImplied(by.actor.roles ?? []);
  return powerOf(by) === publishedBy || all.has('administrator') || all.has('leader');
}
