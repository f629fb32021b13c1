import { inUtc, type CorrectAnnouncement, type PublishAnnouncement, type WithdrawAnnouncement } from '@ledgerline/contracts';
import {
  answersForAnnouncement,
  mayAddress,
  mostAddressed,
  statusOfAnnouncement,
  type Announcement,
  type AnnouncementAudience,
  type AnnouncementEvent,
  type MaybeAnnouncement,
} from '@ledgerline/domain';
import { rejected, type ByWhom, type Decide, type Rejection } from '@ledgerline/kernel';

export type OnAnnouncement<Body> = Decide<Body, MaybeAnnouncement, AnnouncementEvent>;

/** Days between reminders unless it is said otherwise. */
const usualDays = 2;

/** What an announcement begins with; `addressed`: the accounts that its audience is now. */
export interface ToPublish {
  readonly person: string;
  readonly audience: AnnouncementAudience;
  readonly addressed: readonly string[];
}

/** What holds at once is delivered at once; what is for later, when its time comes. */
export function publishAnnouncement({ person, audience, addressed }: ToPublish): OnAnnouncement<PublishAnnouncement> {
  return ({ title, text, attachments, mustConfirm = false, remindEveryDays = usualDays, ...body }, announcement, by) => {
    if (announcement !== undefined) return rejected('announcement-exists');
    if (!mayAddress(audience, by)) return rejected('only-own-departments');
    const refusal = whyNotTo(addressed);
    if (refusal !== undefined) return refusal;
    const from = body.from === undefined ? by.at : inUtc(body.from);
    const until = body.until === undefined ? undefined : inUtc(body.until);
    if (until !== undefined && (until <= from || until <= by.at)) return rejected('moments-reversed');
    const timed = { from, ...(until === undefined ? {} : { until }), mustConfirm, remindEveryDays };
    const files = attachments === undefined ? {} : { attachments };
    return [
      { type: 'AnnouncementPublished', data: { person, title, text, ...files, audience, ...timed } },
      ...deliveredNow({ from, edition: 1, addressed }, by.at),
    ];
  };
}

/** Whoever confirmed the edition before is asked again. @param addressed the accounts that its audience is now */
export function correctAnnouncement(addressed: readonly string[]): OnAnnouncement<CorrectAnnouncement> {
  return whileItHolds(({ reason, ...changes }, announcement, { at }) => {
    const { person, from } = announcement;
    const { title = announcement.title, text = announcement.text, attachments = announcement.attachments } = changes;
    const isSameText = title === announcement.title && text === announcement.text;
    if (isSameText && String(attachments) === String(announcement.attachments)) return rejected('nothing-to-change');
    const refusal = whyNotTo(addressed);
    if (refusal !== undefined) return refusal;
    const edition = announcement.edition + 1;
    const files = attachments === undefined ? {} : { attachments };
    return [
      { type: 'AnnouncementCorrected', data: { person, edition, title, text, ...files, reason } },
      ...deliveredNow({ from, edition, addressed }, at),
    ];
  });
}

export const withdrawAnnouncement: OnAnnouncement<WithdrawAnnouncement> = whileItHolds(({ reason }, { person }) => [
  { type: 'AnnouncementWithdrawn', data: { person, reason } },
]);

function whileItHolds<Body>(decide: Decide<Body, Announcement, AnnouncementEvent>): OnAnnouncement<Body> {
  return (body, announcement, by) => {
    if (announcement === undefined) return rejected('announcement-not-found');
    return whyNotToChange(announcement, by, by.at) ?? decide(body, announcement, by);
  };
}

/** Who may not change it whatever they would have it say: nobody is looked up for them. */
export function refusesToChange(announcement: MaybeAnnouncement, by: ByWhom): Rejection | undefined {
  if (announcement === undefined || answersForAnnouncement(announcement, by)) return undefined;
  return rejected('not-your-announcement');
}

function whyNotToChange(announcement: Announcement, by: ByWhom, now: string): Rejection | undefined {
  const refusal = refusesToChange(announcement, by);
  if (refusal !== undefined) return refusal;
  const status = statusOfAnnouncement(announcement, now);
  if (status === 'withdrawn') return rejected('announcement-is-withdrawn');
  return status === 'over' ? rejected('announcement-is-over') : undefined;
}

/** @param addressed the accounts that the audience is now */
function whyNotTo(addressed: readonly string[]): Rejection | undefined {
  return addressed.length === 0 ? rejected('nobody-is-addressed') : whyTooMany(addressed);
}

/** More than one event can hold. */
export function whyTooMany({ length }: readonly string[]): Rejection | undefined {
  return length > mostAddressed ? rejected('too-many-addressed', { most: mostAddressed }) : undefined;
}

interface Delivery {
  readonly from: string;
  readonly edition: number;
  readonly addressed: readonly string[];
}

function deliveredNow({ from, edition, addressed }: Delivery, now: string): readonly AnnouncementEvent[] {
  return from <= now ? [{ type: 'AnnouncementDelivered', data: { edition, addressed } }] : [];
}
