import { announcementFold, type AnnouncementEvent, type MaybeAnnouncement } from '@ledgerline/domain';
import type { StreamCommand } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { accountsAddressed } from '../accounts-addressed.js';
import { notConfirmed } from '../announcement-list/not-confirmed.js';
import { keepAnnouncement, type KeepAnnouncement } from './keep-announcement.decision.js';

export const keepAnnouncementHere: StreamCommand<KeepAnnouncement, MaybeAnnouncement, AnnouncementEvent>['decide'] = {
  prepare: async ({ id, body }, ledgerline) => {
    const { state } = await ledgerline.commands.current(streamName('announcement', id), announcementFold);
    if (state === undefined) return keepAnnouncement([]);
    if (body.step === 'deliver') return keepAnnouncement(await accountsAddressed(state.audience, ledgerline));
    return keepAnnouncement(await notConfirmed({ id, ...state }, ledgerline));
  },
};
