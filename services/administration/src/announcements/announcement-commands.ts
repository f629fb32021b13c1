import {
  announcementFold,
  mayCommand,
  unseenAnnouncement,
  type AnnouncementEvent,
  type MaybeAnnouncement,
} from '@ledgerline/domain';
import { streamCommand, type AnswerCommand, type StreamCommand } from '@ledgerline/host';
import { confirmAnnouncement } from './confirm-announcement/confirm-announcement.handler.js';
import type { KeepAnnouncement } from './keep-announcement/keep-announcement.decision.js';
import { keepAnnouncementHere } from './keep-announcement/keep-announcement.handler.js';
import { refusesToChange, withdrawAnnouncement } from './publish-announcement/publish-announcement.decision.js';
import { correctAnnouncementHere, publishAnnouncementHere } from './publish-announcement/publish-announcement.handler.js';

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

function onAnnouncement<Body>(
  command: string,
  decide: StreamCommand<Body, MaybeAnnouncement, AnnouncementEvent>['decide'],
): AnswerCommand {
  return streamCommand<Body, MaybeAnnouncement, AnnouncementEvent>({
    category: 'announcement',
    fold: announcementFold,
    may: (roles) => mayCommand(roles, command),
    refuses: (announcement, by) => unseenAnnouncement(announcement, by) ?? refusesToChange(announcement, by),
    hides: unseenAnnouncement,
    decide,
  });
}
