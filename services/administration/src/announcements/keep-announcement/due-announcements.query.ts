import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { announcementStepDue, type AnnouncementStep } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { announcementsCollection } from '../announcement-list/announcement-list.projection.js';

export interface DueAnnouncementsQuery {
  /** RFC 3339, UTC, milliseconds. */
  readonly before: string;
  readonly limit: number;
}

export type DueAnnouncement = AnnouncementStep & { readonly id: string };

/** For the loop that delivers and reminds alone. */
export async function dueAnnouncements(
  { body: { before, limit }, principal }: QueryRequest<DueAnnouncementsQuery>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'due'; readonly items: readonly DueAnnouncement[] } | Problem> {
  if (!principal.roles.includes('system')) return problem('not-allowed');
  const collection = await ledgerline.live(announcementsCollection);
  const where = { kind: 'announcement', wakes: { from: '1', before } };
  const { items } = await collection.find({ where, sort: ['wakes'], limit });
  return {
    kind: 'due',
    items: items.flatMap(({ id, document }) => {
      const step = announcementStepDue(document, before);
      return step === undefined ? [] : [{ id, ...step }];
    }),
  };
}
