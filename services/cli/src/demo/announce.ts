import { publishAnnouncement } from '@ledgerline/administration';
import { announcementFold, type Announcement, type AnnouncementEvent } from '@ledgerline/domain';
import { accountIdOf, commandOf } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { company } from './company.js';
import { requestOf, type Desk } from './desk.js';
import { workingMinutesBefore } from './working-time.js';

const aDay = 540;
const audience = { departments: ['call-centre'] };
const words = {
  title: '空调报修高峰：先问是否漏电 Fault calls: ask about leakage first',
  text: '近期空调报修增多。接到报修请先问是否跳闸、漏电或有焦味；有其一，请按紧急登记并提醒来电人断电。',
};
/** Who has read it so far. */
const readers = ['wang.li', 'sun.hao', 'he.lin'];

/** R12: something that everybody in the call centre has to confirm, and some have. The list of accounts is not filled yet: who is meant, the company says. */
export async function announce(anchor: number, desk: Desk): Promise<void> {
  desk.now = workingMinutesBefore(anchor, aDay);
  const id = desk.idOf('announcement');
  const request = requestOf(desk, { who: 'zhao.yan', call: 'publish-announcement', id, body: { ...words, mustConfirm: true } });
  const people = company.people.filter(({ departments }) => departments.includes('call-centre'));
  const addressed = people.map(({ username }) => accountIdOf(username, desk.ledgerline));
  const decide = publishAnnouncement({ person: await desk.ledgerline.vault.newPerson(), audience, addressed });
  const rules = { fold: announcementFold, decide };
  await desk.ledgerline.commands.handle<typeof request.body, Announcement | undefined, AnnouncementEvent>(
    streamName('announcement', id),
    commandOf(request),
    rules,
  );
  for (const [nth, who] of readers.entries()) {
    desk.now = workingMinutesBefore(anchor, aDay - 20 * (nth + 1));
    const read = requestOf(desk, { who, call: 'confirm-announcement', id, body: { edition: 1 }, which: ` ${who}` });
    await desk.give('administration', 'confirm-announcement', read, ['already-confirmed']);
  }
}
