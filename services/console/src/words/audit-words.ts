import type { Pairs } from './pair.ts';

/** What the pages for auditors say. */
export const auditWords = {
  'sign-ins': ['登录记录', 'Sign-ins'],
  'permission-changes': ['权限变更', 'Changes of rights'],
  looks: ['查看保密工单', 'Looks at confidential tickets'],
  'self-approvals': ['自批文件', 'Self-approvals'],
  log: ['日志校验', 'The log'],
  exports: ['导出', 'Exports'],
  takeOut: ['下载', 'Download'],
  takeOutLead: [
    '每份导出都注明导出人、时间和截止的日志位置，并在下方留下记录。个人信息不在其中，或仍然加密。',
    'Each says who took it out, when, and up to where in the log, and is put on the record below. Nothing personal is in it, or it stays sealed.',
  ],
  imported: ['导入的日志', 'imported log'],
  upTo: ['截止位置', 'Up to'],
  noExports: ['没有导出记录', 'Nothing was taken out'],
  webhooks: ['事件推送', 'Webhooks'],
  account: ['按用户名查找', 'User name'],
  at: ['时间', 'Time'],
  what: ['事项', 'What'],
  whose: ['账号', 'Account'],
  by: ['操作人', 'By'],
  details: ['内容', 'Details'],
  nobody: ['未登录', 'Nobody'],
  system: ['系统', 'The system'],
  noSignIns: ['没有登录记录', 'No sign-ins'],
  noChanges: ['没有权限变更', 'No changes of rights'],
  ticket: ['工单号', 'Number of the ticket'],
  look: ['查询', 'Look'],
  looksLead: [
    '输入工单号，查看谁在什么时候看过它。每次查看保密工单都会留下记录。',
    'Enter a ticket’s number to see who looked at it, and when. Every look at a confidential ticket is on record.',
  ],
  noLooks: ['没有查看记录：工单不是保密的，或还没有人看过', 'Nobody looked: it is not confidential, or nobody did yet'],
  how: ['查看方式', 'How'],
  moment: ['看的是当时', 'Of the past'],
  openTicket: ['打开工单', 'Open the ticket'],
  couldSee: ['谁有权查看', 'Who could see it'],
  couldSeeAt: ['在这一时刻', 'At this moment'],
  callerSeen: ['来电人身份', 'The caller'],
  plain: ['可见', 'Shown'],
  hidden: ['隐藏', 'Hidden'],
  noSelfApprovals: ['没有由起草人自己批准的文件', 'No version was approved by whoever drafted it'],
  kind: ['文件', 'Document'],
  version: ['版本', 'Version'],
  approvedAt: ['批准时间', 'Approved'],
  approvedBy: ['起草并批准', 'Drafted and approved by'],
  verify: ['校验整个日志', 'Verify the whole log'],
  verifyLead: [
    '逐条重新计算哈希，并与已签名的检查点核对；校验期间不影响使用。',
    'Every commit is hashed anew and held against the signed checkpoints; nobody waits for it.',
  ],
  verifying: ['正在校验：{a} / {n} 次提交', 'Verifying: {a} of {n} commits'],
  whole: ['日志完整', 'The log is whole'],
  notWhole: ['日志有异常', 'The log is not whole'],
  verifyFailed: ['校验没有完成', 'The verification did not come to its end'],
  checkedUpTo: ['已核对 {c} 次提交、{e} 个事件、{s} 条记录流', '{c} commits, {e} events, {s} streams checked'],
  signedUpTo: ['{k} 个签名检查点，覆盖 {c} 次提交', '{k} signed checkpoints, which cover {c} commits'],
  finishedAt: ['完成于', 'Finished'],
  digest: ['摘要（请另行保存）', 'Digest (keep it elsewhere)'],
  fault: ['首个异常', 'First misfit'],
  checkpoints: ['签名检查点', 'Signed checkpoints'],
  size: ['提交数', 'Commits'],
  root: ['树根', 'Root'],
  signedAt: ['签名时间', 'Signed'],
  noCheckpoints: ['尚未签名', 'Nothing is signed yet'],
  latestNote: ['最新检查点（可另行保存，用于日后核对）', 'The latest checkpoint, to be kept elsewhere'],
  keys: ['签名公钥', 'Keys'],
  download: ['下载', 'Download'],
  inMemory: ['日志只在内存中，没有可校验的文件', 'The log is in memory alone: there is nothing to verify'],
} satisfies Pairs;

/** Events of accounts, sessions and tokens as an auditor reads them. */
export const accountEventWords = {
  SessionStarted: ['登录', 'Signed in'],
  SessionEnded: ['退出或结束会话', 'Session ended'],
  SignInRefused: ['登录被拒', 'Sign-in refused'],
  RecoveryCodeUsed: ['使用恢复码', 'A recovery code was used'],
  AccountCreated: ['新建账号', 'Account created'],
  AccountChanged: ['修改账号', 'Account changed'],
  AccountDeactivated: ['停用账号', 'Account locked'],
  AccountReactivated: ['恢复账号', 'Account unlocked'],
  PasswordSet: ['设置密码', 'Password set'],
  SecondFactorConfirmed: ['启用两步验证', 'Second factor turned on'],
  SecondFactorRemoved: ['停用两步验证', 'Second factor turned off'],
  TokenIssued: ['签发令牌', 'Token issued'],
  TokenRevoked: ['吊销令牌', 'Token revoked'],
} satisfies Pairs;

/** What can be taken out. */
export const exportWords = {
  log: ['完整日志 (JSONL)', 'The log (JSONL)'],
  xes: ['流程轨迹 XES', 'Courses, XES'],
  ocel: ['流程轨迹 OCEL 2.0 (JSON)', 'Courses, OCEL 2.0 (JSON)'],
  'ocel-sqlite': ['流程轨迹 OCEL 2.0 (SQLite)', 'Courses, OCEL 2.0 (SQLite)'],
  csv: ['事件表 CSV', 'Tables, CSV'],
  segment: ['客户群 CSV', 'Customers of a segment, CSV'],
  parquet: ['事件表 Parquet', 'Tables, Parquet'],
} satisfies Pairs;

export const refusedWords = {
  password: ['用户名或密码不正确', 'Wrong name or password'],
  code: ['验证码不正确', 'Wrong code'],
  deactivated: ['账号已停用', 'The account is locked'],
} satisfies Pairs;

/** By which call a confidential ticket was looked at. */
export const lookWords = {
  ticket: ['工单', 'The ticket'],
  history: ['历史', 'Its past'],
  events: ['时间轴', 'Its events'],
  deadlines: ['时限', 'Its clocks'],
  messages: ['沟通', 'Its messages'],
  attachment: ['附件', 'An attachment'],
  routing: ['派单试算', 'Where it would go'],
  rights: ['权限', 'Who could see it'],
} satisfies Pairs;
