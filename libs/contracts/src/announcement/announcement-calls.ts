import * as body from './announcement-commands.js';

type BodyClass = new () => object;

/** `POST /announcements/{id}/{step}`: the command, the shape of its body and what it is for. */
export const announcementCalls: Readonly<
  Record<string, { readonly call: string; readonly body: BodyClass; readonly summary: string }>
> = {
  confirm: { call: 'confirm-announcement', body: body.ConfirmAnnouncement, summary: 'I have read this edition' },
  correct: { call: 'correct-announcement', body: body.CorrectAnnouncement, summary: 'Another edition; everybody is asked anew' },
  withdraw: { call: 'withdraw-announcement', body: body.WithdrawAnnouncement, summary: 'It holds no more' },
};
