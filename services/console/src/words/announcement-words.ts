import type { Pairs } from './pair.ts';

/** What the pages of announcements say (R12). */
export const announcementWords = {
  lead: [
    '中心告知员工的事项。需要回执的，请阅读后确认；更正过的须重新确认。',
    'What the house tells its people. Where a receipt is asked for, confirm that you have read it; a corrected one asks again.',
  ],
  publish: ['发布公告', 'Publish an announcement'],
  none: ['没有公告', 'No announcements'],
  toRead: ['待确认', 'To confirm'],
  all: ['全部', 'All'],
  sent: ['已发布', 'Published'],
  title: ['标题', 'Title'],
  receipt: ['回执', 'Receipt'],
  from: ['生效时间', 'From'],
  until: ['至', 'Until'],
  publishedBy: ['发布人', 'Published by'],
  publishedAt: ['发布时间', 'Published'],
  edition: ['第 {n} 版', 'Edition {n}'],
  corrected: ['已更正', 'Corrected'],
  confirm: ['我已阅读', 'I have read this'],
  confirmedAt: ['已确认', 'Confirmed'],
  waiting: ['待确认', 'To be confirmed'],
  noReceipt: ['无需回执', 'No receipt asked for'],
  receipts: ['阅读回执', 'Receipts'],
  counted: ['已确认 {confirmed} / {addressed}', '{confirmed} of {addressed} have confirmed'],
  has: ['已确认', 'Have confirmed'],
  hasNot: ['未确认', 'Have not'],
  nobody: ['没有人', 'Nobody'],
  audience: ['发送范围', 'To'],
  everybody: ['全体员工', 'Everybody'],
  banner: ['有公告待您确认：', 'An announcement waits for you to confirm it: '],
  history: ['经过', 'What happened'],
  withdrawnBecause: ['已撤回', 'Withdrawn'],
} satisfies Pairs;

export const announcementStatusWords = {
  'to-come': ['未生效', 'To come'],
  'in-force': ['有效', 'In force'],
  over: ['已过期', 'Over'],
  withdrawn: ['已撤回', 'Withdrawn'],
} satisfies Pairs;

/** Steps by their names in the API. */
export const announcementStepWords = {
  confirm: ['我已阅读', 'I have read this'],
  correct: ['更正', 'Correct'],
  withdraw: ['撤回', 'Withdraw'],
} satisfies Pairs;

/** Events by their wire names. */
export const announcementEventWords = {
  AnnouncementPublished: ['发布', 'Published'],
  AnnouncementDelivered: ['送达', 'Delivered'],
  AnnouncementCorrected: ['更正', 'Corrected'],
  AnnouncementReminded: ['提醒未确认者', 'Those who had not confirmed were reminded'],
  AnnouncementWithdrawn: ['撤回', 'Withdrawn'],
} satisfies Pairs;

/** Members of the bodies of its calls. */
export const announcementFieldWords = {
  'announcements.title': ['标题', 'Title'],
  'announcements.text': ['内容', 'Text'],
  everybody: ['全体员工', 'Everybody'],
  sites: ['或分中心（代码）', 'Or sites (codes)'],
  'announcements.departments': ['或部门', 'Or departments'],
  'announcements.roles': ['或角色', 'Or roles'],
  accounts: ['或个人（用户名）', 'Or people (usernames)'],
  'announcements.from': ['生效时间（缺省为立即）', 'From (now unless given)'],
  'announcements.until': ['有效期至', 'Until'],
  mustConfirm: ['须确认已阅读', 'Reading has to be confirmed'],
  remindEveryDays: ['每隔几天提醒未确认者（缺省为 2）', 'Days between reminders (2 unless given)'],
  'correct.title': ['标题（不改则留空）', 'Title (empty: as it is)'],
  'correct.text': ['内容（不改则留空）', 'Text (empty: as it is)'],
} satisfies Pairs;

/** Why something about announcements is refused. */
export const announcementRefusalWords = {
  'announcement-exists': ['公告已发布', 'It is published'],
  'announcement-not-found': ['没有此公告', 'There is no such announcement'],
  'announcement-is-withdrawn': ['公告已撤回', 'It is withdrawn'],
  'announcement-is-over': ['公告已过期', 'It is over'],
  'announcement-was-corrected': ['公告已更正，请重新阅读', 'It was corrected; read it again'],
  'already-confirmed': ['已确认过', 'You have confirmed it already'],
  'no-receipt-asked': ['此公告无需回执', 'No receipt is asked for'],
  'audience-required': ['请选择发送范围', 'Say to whom'],
  'nobody-is-addressed': ['发送范围内没有人', 'Nobody is in that audience'],
  'too-many-addressed': ['发送范围内的人过多', 'Too many people are in that audience'],
  'only-own-departments': ['只能发给本人所在的部门', 'Only to your own departments'],
  'not-your-announcement': ['由发布人、领导或系统管理员处理', 'Whoever published it does that, an executive or an administrator'],
} satisfies Pairs;
