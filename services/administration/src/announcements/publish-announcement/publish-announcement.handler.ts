import type { CorrectAnnouncement, PublishAnnouncement } from '@ledgerline/contracts';
import {
  announcementFold,
  isOpenSite,
  isToNobody,
  mayCommand,
  unknownDepartments,
  type Announcement,
  type AnnouncementAudience,
  type AnnouncementEvent,
} from '@ledgerline/domain';
import { openingCommand, type Ledgerline, type StreamCommand } from '@ledgerline/host';
import { rejected, streamName, type Rejection } from '@ledgerline/kernel';
import { accountAtWork } from '../../accounts/account-at-work.js';
import { accountsAddressed } from '../accounts-addressed.js';
import { correctAnnouncement, publishAnnouncement } from './publish-announcement.decision.js';

/** `POST /announcements`: a stream of its own, with a key of its own. */
export const publishAnnouncementHere = openingCommand<PublishAnnouncement, Announcement, AnnouncementEvent>({
  category: 'announcement',
  fold: announcementFold,
  may: (roles) => mayCommand(roles, 'publish-announcement'),
  exists: 'announcement-exists',
  prepare: async ({ body }, ledgerline) => {
    const audience = await audienceNamed(body, ledgerline);
    if ('rejection' in audience) return audience;
    const addressed = await accountsAddressed(audience, ledgerline);
    return publishAnnouncement({ person: await ledgerline.vault.newPerson(), audience, addressed });
  },
});

/** To the same audience, as it is now. */
export const correctAnnouncementHere: StreamCommand<CorrectAnnouncement, Announcement | undefined, AnnouncementEvent>['decide'] =
  {
    prepare: async ({ id }, ledgerline) => {
      const { state } = await ledgerline.commands.current(streamName('announcement', id), announcementFold);
      return correctAnnouncement(state === undefined ? [] : await accountsAddressed(state.audience, ledgerline));
    },
  };

type Named = Pick<PublishAnnouncement, 'everybody' | 'sites' | 'departments' | 'roles' | 'accounts'>;

/** Whom a body names has to be there. */
async function audienceNamed(
  { everybody, sites = [], departments = [], roles = [], accounts = [] }: Named,
  ledgerline: Ledgerline,
): Promise<AnnouncementAudience | Rejection> {
  for (const site of sites) if (!(await isOpenSite(site, ledgerline))) return rejected('unknown-site', { site });
  const [department] = await unknownDepartments(departments, ledgerline);
  if (department !== undefined) return rejected('unknown-department', { department });
  const people: string[] = [];
  for (const person of accounts) {
    const id = await accountAtWork(person, ledgerline);
    if (id === undefined) return rejected('unknown-person', { person });
    people.push(id);
  }
  const named = Object.entries({ sites, departments, roles, accounts: people }).filter(([, some]) => some.length > 0);
  const audience = { ...(everybody ? { everybody } : {}), ...Object.fromEntries(named) } as AnnouncementAudience;
  return isToNobody(audience) ? rejected('audience-required') : audience;
}
