import type { Pairs } from './pair.ts';

/** What the page of mailboxes and mails says. */
export const mailWords = {
  lead: [
    '从邮箱读取来信：能读懂的登记为工单或并入原工单，读不懂的留待人工查看，不影响其他来信。',
    'Mail that came: what can be read becomes a ticket or joins the one it answers; what cannot be waits for a person and holds up no other.',
  ],
  mailbox: ['邮箱', 'Mailbox'],
  state: ['状态', 'State'],
  reading: ['读取中', 'Being read'],
  unreachable: ['无法读取', 'Cannot be read'],
  notYet: ['尚未读取', 'Not looked into yet'],
  lookedAt: ['上次查看', 'Looked into'],
  waiting: ['未取', 'Waiting'],
  setAside: ['待查', 'Set aside'],
  registersAs: ['登记为', 'Registered as'],
  noMailboxes: ['没有配置邮箱（LEDGERLINE_MAILBOXES）', 'No mailbox is configured (LEDGERLINE_MAILBOXES)'],
  receivedAt: ['到达时间', 'Received'],
  size: ['大小', 'Size'],
  why: ['原因', 'Why'],
  ticket: ['工单', 'Ticket'],
  round: ['第 {n} 次', 'Round {n}'],
  none: ['没有这样的邮件', 'No such mail'],
  open: ['查看原文', 'Read the original'],
  raw: ['邮件原文（来自外部，勿轻信）', 'The mail as it came (from outside: do not trust it)'],
  tryAgain: ['重新处理', 'Try again'],
  dismiss: ['不予处理', 'Dismiss'],
} satisfies Pairs;

export const mailStateWords = {
  waiting: ['处理中', 'Being looked into'],
  registered: ['已登记', 'Opened a ticket'],
  joined: ['已并入', 'Joined a ticket'],
  'passed-over': ['自动来信', 'A program’s'],
  'set-aside': ['待查', 'Set aside'],
  dismissed: ['不予处理', 'Dismissed'],
} satisfies Pairs;

/** Why a mail was passed over or set aside; what the rules refuse is in the words of refusals. */
export const mailWhyWords = {
  'auto-reply': ['自动回复', 'An automatic reply'],
  bounce: ['退信', 'Returned by a mail system'],
  receipt: ['阅读回执', 'A read receipt'],
  bulk: ['群发邮件', 'Sent in bulk'],
  loop: ['来自本中心邮箱', 'From one of our own mailboxes'],
  'no-sender': ['没有可用的发件人', 'No sender who could be answered'],
  'several-senders': ['有多个发件人字段', 'More than one sender field'],
  'no-readable-part': ['没有可读的正文', 'No part that can be read'],
  empty: ['空邮件', 'Nothing in it'],
  unreadable: ['无法解析', 'Cannot be parsed'],
  'too-large': ['超过大小限制', 'Larger than is looked into'],
  'too-many-attachments': ['附件过多', 'Too many files'],
  'attachment-too-large': ['附件过大', 'A file is too large'],
  invalid: ['不符合登记要求', 'Not fit to be registered'],
  'bytes-are-gone': ['原文已不存在', 'Its bytes are gone'],
  'cannot-be-taken-in': ['处理时出错', 'Something broke on it'],
} satisfies Pairs;
