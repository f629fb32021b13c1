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

/** Mails to the caller, on the page of a ticket. */
export const outgoingMailWords = {
  mails: ['发给来电人的邮件', 'Mails to the caller'],
  undelivered: [
    '邮件未送达：请用其他方式联系来电人，并记录信息',
    'A mail did not arrive: reach the caller otherwise, and record a message',
  ],
  again: ['可能重复发送', 'May have gone twice'],
  discreet: ['不含内容', 'Without words'],
} satisfies Pairs;

export const outgoingMailPurposeWords = {
  acknowledgement: ['受理通知', 'Acknowledgement'],
  reply: ['回复', 'Reply'],
  survey: ['满意度回访', 'Survey'],
  question: ['补充询问', 'Question'],
  notice: ['进展告知', 'Notice'],
} satisfies Pairs;

export const outgoingMailStateWords = {
  waiting: ['待发送', 'Waiting'],
  begun: ['发送中', 'Under way'],
  deferred: ['暂缓', 'Put off'],
  'handed-over': ['已交邮件服务器', 'Handed over'],
  withheld: ['未发送（过于频繁）', 'Withheld (too many)'],
  refused: ['被拒收', 'Refused'],
  uncertain: ['不确定是否送达', 'Nobody knows whether it went'],
  bounced: ['退回', 'Came back'],
} satisfies Pairs;
