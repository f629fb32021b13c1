import type { Pairs } from './pair.ts';

/** What the page of erasure and legal holds says. */
export const erasureWords = {
  lead: [
    '清除一位客户，或一件工单的来电人。先查询，再看清会发生什么。',
    'Erase a customer, or the caller of a ticket. Look first what is there, and what would happen.',
  ],
  of: ['对象', 'Of'],
  ticket: ['工单号', 'Number of a ticket'],
  customer: ['客户编号', 'Id of a customer'],
  look: ['查询', 'Look'],
  state: ['状态', 'State'],
  none: ['未清除', 'Not erased'],
  requested: ['待另一人确认', 'Waits for a second person'],
  ordered: ['已下令，正在清除', 'Ordered, under way'],
  destroyed: ['密钥已销毁，正在清理列表', 'Keys destroyed; lists are being cleared'],
  completed: ['已清除', 'Erased'],
  holds: ['法律保全', 'Legal holds'],
  noHolds: ['没有', 'None'],
  holdsCount: ['{n} 项', '{n}'],
  keys: ['个人密钥', 'Personal keys'],
  keysCount: ['{n} 把', '{n}'],
  ground: ['依据', 'Ground'],
  reference: ['文号（可选，勿写姓名）', 'Reference (optional; no names)'],
  orderedBy: ['下令人', 'Ordered by'],
  orderedAt: ['下令时间', 'Ordered'],
  waiting: ['待确认的清除申请', 'Erasures that wait for a second person'],
  second: ['另一人确认', 'The second person'],
  requestedBy: ['申请人', 'Asked for by'],
  requestedAt: ['申请时间', 'Asked for'],
  expiresAt: ['有效期至', 'Expires'],
  refused: ['上次申请被拒', 'Last refused'],
  waitsForAnother: ['须由另一位管理员确认', 'Another administrator has to confirm it'],
  confirmRequest: ['确认清除', 'Confirm the erasure'],
  refusalReason: ['理由', 'Reason'],
  refuseRequest: ['拒绝', 'Refuse'],
  withdrawRequest: ['撤回申请', 'Withdraw the request'],
  erase: ['清除个人数据', 'Erase the person’s data'],
  eraseTitle: ['清除后无法恢复', 'This cannot be undone'],
  willDestroy: [
    '销毁 {n} 把个人密钥：姓名、联系方式、诉求内容、办理中的文字、录音链接都不再可读，也不能从备份恢复。',
    '{n} personal keys are destroyed: names, contact details, what was said and written and links to recordings can no longer be read, not from a backup either.',
  ],
  willAlsoDestroy: [
    '删除相关附件，并从列表、检索、统计和仍在本机的导出中清除。',
    'Attachments are deleted; lists, search, figures and exports still in our hands are cleared.',
  ],
  willKeep: [
    '保留：发生过什么、何时、由谁办理，以及本次清除本身的记录；日志仍可校验。',
    'Kept: what happened, when and by whom, and this erasure itself; the log can still be verified.',
  ],
  confirm: ['请再次输入{what}以确认', 'Enter the {what} again to confirm'],
  notTheSame: ['与查询的不一致', 'Not what was looked up'],
  underHold: ['有法律保全，不得清除。请先解除全部保全。', 'A legal hold forbids it: release all of them first.'],
  placeHold: ['设置法律保全', 'Place a legal hold'],
  releaseHold: ['解除一项保全', 'Release a hold'],
  placeLead: [
    '保全期间任何人都不能清除，到期自动清除也会暂停。',
    'Nobody can erase anything while it stands, the system when time is over neither.',
  ],
  done: ['已记录', 'It is on record'],
} satisfies Pairs;

/** Codes of the API's `RefuseErasure`. */
export const refusalReasonWords = {
  'wrong-person': ['对象有误', 'It is the wrong person'],
  'identity-not-shown': ['申请人身份未核实', 'Nobody has shown who they are'],
  'no-ground': ['没有依据', 'There is no ground for it'],
  'has-to-be-kept': ['依法须保存', 'It has to be kept'],
  withdrawn: ['申请人撤回', 'Withdrawn by whoever asked'],
} satisfies Pairs;

export const groundWords = {
  'person-request': ['本人要求', 'The person asked for it'],
  'consent-withdrawn': ['撤回同意', 'Consent was withdrawn'],
  'retention-over': ['保存期满', 'The retention period is over'],
  unlawful: ['违法处理', 'It was unlawful'],
  'court-order': ['法院命令', 'A court ordered it'],
  litigation: ['诉讼', 'Litigation'],
  investigation: ['调查', 'Investigation'],
  audit: ['审计', 'Audit'],
  'statutory-retention': ['法定保存', 'Statutory retention'],
} satisfies Pairs;
