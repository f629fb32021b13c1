import type { Announcement } from './announcement.js';

/** What the system does by itself about an announcement, and when: RFC 3339, UTC. `repeat`: of reminders, from 1. */
export type AnnouncementStep =
  | { readonly step: 'deliver'; readonly at: string; readonly edition: number }
  | { readonly step: 'remind'; readonly at: string; readonly edition: number; readonly repeat: number };

/** Reminders of one edition at most: who has not read it by then is spoken to. */
export const mostAnnouncementReminders = 10;

type Kept = Omit<Announcement, 'addressed' | 'title' | 'text'>;

/** When the system has next to do something about it; undefined where it has not. */
export function nextAnnouncementStepAt(announcement: Kept): string | undefined {
  return stepsLeft(announcement)[0]?.at;
}

/** What is due of it: of several reminders that a stop has heaped up the last. @param now RFC 3339, UTC */
export function announcementStepDue(announcement: Kept, now: string): AnnouncementStep | undefined {
  return stepsLeft(announcement).findLast(({ at }) => at <= now);
}

function stepsLeft(announcement: Kept): readonly AnnouncementStep[] {
  const { withdrawn, deliveredAt, from, edition, until, mustConfirm, remindEveryDays, reminded, remindedAll } = announcement;
  if (withdrawn !== undefined) return [];
  if (deliveredAt === undefined) return [{ step: 'deliver', at: from, edition }];
  if (!mustConfirm || remindedAll) return [];
  const delivered = Temporal.Instant.from(deliveredAt);
  return Array.from({ length: mostAnnouncementReminders - reminded }, (_, n) => reminded + n + 1)
    .map((repeat) => ({
      step: 'remind' as const,
      edition,
      repeat,
      at: delivered.add({ hours: 24 * remindEveryDays * repeat }).toString({ fractionalSecondDigits: 3 }),
    }))
    .filter(({ at }) => until === undefined || at < until);
}
