import {
  announcementFold,
  mayCommand,
  unseenAnnouncement,
  type AnnouncementEvent,
  type MaybeAnnouncement,
} from '@ledgerline/domain';
import { commandsOn, streamCommand, type AnswerCommand } from '@ledgerline/host';
import { confirmAnnouncement } from './confirm-announcement/confirm-announcement.handler.js';
import type { KeepAnnouncement } from './keep-announcement/keep-announcement.decision.js';
import { keepAnnouncementHere } from './keep-announcement/keep-announcement.handler.js';
import { refusesToChange, withdrawAnnouncement } from './publish-announcement/publish-announcement.decision.js';
import { correctAnnouncementHere, publishAnnouncementHere } from './publish-announcement/publish-announcement.handler.js';

const onAnnouncement = commandsOn<MaybeAnnouncement, AnnouncementEvent>({
  category: 'announcement',
  fold: announcementFold,
  may: mayCommand,
  unseen: unseenAnnouncement,
  refuses: refusesToChange,
});

/** R12: what the house tells its people, and who has read it. */
export const announcementCommands: Readonly<Record<string, AnswerCommand>> = {
  'publish-announcement': publishAnnouncementHere,
  'correct-announcement': onAnnouncement('correct-announcement', correctAnnouncementHere),
  'withdraw-announcement': onAnnouncement('withdraw-announcement', withdrawAnnouncement),
  'confirm-announcement': confirmAnnouncement as AnswerCommand,
  'keep-announcement': streamCommand<KeepAnnouncement, MaybeAnnouncement, AnnouncementEvent>({
    category: 'announcement',
    fold: announcementFold,
    may: (roles) => roles.includes('system'),
    decide: keepAnnouncementHere,
  }),
};
