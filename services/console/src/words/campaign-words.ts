import type { Pairs } from './pair.ts';

/** What the pages of outbound campaigns say (R9). */
export const campaignWords = {
  lead: [
    '中心主动拨打的活动：打给谁、按哪份问卷、打到哪一步。坐席取“下一个呼叫”，系统按预约、重拨、新名单的次序给出。',
    'What the centre calls of itself: whom, by which script, and how far it is. An agent takes the next call: appointments first, then retries, then new ones.',
  ],
  open: ['新建外呼活动', 'Open a campaign'],
  search: ['搜索外呼活动', 'Search campaigns'],
  none: ['没有外呼活动', 'No campaigns'],
  all: ['全部', 'All'],
  title: ['活动', 'Campaign'],
  purpose: ['目的', 'Purpose'],
  period: ['期间', 'Period'],
  progress: ['进度', 'Progress'],
  done: ['已完成 {done} / {all}', '{done} of {all} done'],
  emptyList: ['名单为空', 'Nobody is listed yet'],
  script: ['问卷', 'Script'],
  rule: ['拨打规则', 'Attempts'],
  ruleSays: ['最多 {most} 次，每天 {aDay} 次，间隔 {hoursApart} 小时', '{most} at most, {aDay} a day, {hoursApart} h apart'],
  calendar: ['允许拨打的日历', 'Calendar'],
  openedBy: ['建立人', 'Opened by'],
  openedAt: ['建立时间', 'Opened'],
  notNow: ['现在不在允许拨打的时间', 'Outside the hours in which one may call'],
  nextCall: ['下一个呼叫', 'Next call'],
  list: ['呼叫名单', 'Call list'],
  addCalls: ['加入名单', 'Add to the list'],
  addKnown: ['客户或工单来电人', 'Customers or callers of tickets'],
  uploadTable: ['上传号码表', 'Upload a table'],
  tableForm: ['CSV，列：phone、name、note', 'CSV with the columns phone, name, note'],
  told: ['共 {rows} 行：新加入 {listed}，已在名单 {already}，未加入 {refused}', '{rows} rows: {listed} listed, {already} already, {refused} refused'],
  line: ['第 {n} 行', 'Row {n}'],
  noCalls: ['没有呼叫', 'No calls'],
  everyStatus: ['全部状态', 'Every status'],
  customer: ['客户', 'Customer'],
  unnamed: ['（未留姓名）', '(no name)'],
  notShown: ['对您不可见', 'Not shown to you'],
  phone: ['电话', 'Telephone'],
  attempts: ['拨打记录', 'Attempts'],
  noAttempts: ['还没有拨打', 'Nobody has called yet'],
  due: ['应拨时间', 'Due'],
  takenBy: ['{name} 处理中', '{name} has it'],
  call: ['呼叫', 'Call'],
  source: ['名单来源', 'From'],
  ticket: ['相关工单', 'Ticket'],
  listedAt: ['加入时间', 'Listed'],
  listNote: ['名单备注', 'Note of the list'],
  barred: ['不可拨打', 'Not to be called'],
  onHand: ['由您拨打，保留至', 'Yours to call, until'],
  answers: ['回答', 'Answers'],
  outcome: ['结果', 'What came of it'],
  note: ['备注', 'Note'],
  appointment: ['约定时间', 'Call again at'],
  doNotCall: ['要求不再来电', 'Asked not to be called again'],
  record: ['登记结果', 'Record'],
  giveBack: ['退回名单', 'Give back'],
  optional: ['（可不答）', '(may be left out)'],
  results: ['结果统计', 'Results'],
  agent: ['坐席', 'Agent'],
  tried: ['拨打', 'Attempts'],
  table: ['下载结果表', 'Download the table'],
  numbers: ['{count} 个回答，平均 {mean}，中位数 {median}，{least}–{most}', '{count} answers, mean {mean}, median {median}, {least}–{most}'],
  read: ['文字回答见各呼叫', 'Said in words: see each call'],
} satisfies Pairs; // prettier-ignore

export const campaignStatusWords = {
  running: ['进行中', 'Running'],
  paused: ['已暂停', 'Paused'],
  ended: ['已结束', 'Ended'],
} satisfies Pairs;

export const campaignPurposeWords = {
  'market-information': ['市场信息', 'Market information'],
  'satisfaction-survey': ['满意度调查', 'Satisfaction survey'],
  'lead-revisit': ['线索回访', 'Revisit of leads'],
  'at-risk-customers': ['流失预警客户', 'Customers at risk'],
  other: ['其他', 'Other'],
} satisfies Pairs;

export const callStatusWords = {
  waiting: ['待拨打', 'To call'],
  answered: ['已完成', 'Answered'],
  refused: ['拒绝', 'Refused'],
  'wrong-number': ['号码错误', 'Wrong number'],
  unreachable: ['无法接通', 'Not reached'],
  barred: ['不可拨打', 'Barred'],
} satisfies Pairs;

export const callOutcomeWords = {
  reached: ['接通', 'Reached'],
  'no-answer': ['无人接听', 'No answer'],
  busy: ['忙线', 'Busy'],
  'wrong-number': ['号码错误', 'Wrong number'],
  refused: ['拒绝', 'Refused'],
  'call-later': ['改约', 'Call later'],
} satisfies Pairs;

export const callSourceWords = {
  customers: ['客户', 'Customers'],
  table: ['号码表', 'A table'],
  tickets: ['工单来电人', 'Callers of tickets'],
} satisfies Pairs;

/** What is wrong with an answer. */
export const answerFaultWords = {
  'not-answered': ['请填写回答', 'Has to be answered'],
  'not-asked': ['没有问到', 'Was not asked'],
  'not-an-answer': ['不是有效的回答', 'Is no answer to this'],
} satisfies Pairs;

/** What a yes or no is counted as. */
export const yesNoWords = {
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
} satisfies Pairs;

/** Steps by their names in the API. */
export const campaignStepWords = {
  change: ['修改', 'Change'],
  pause: ['暂停', 'Pause'],
  resume: ['继续', 'Resume'],
  end: ['结束', 'End'],
} satisfies Pairs;

/** Members of the bodies of its calls. */
export const campaignFieldWords = {
  'campaigns.title': ['名称', 'Title'],
  'campaigns.text': ['说明', 'What it is about'],
  'campaigns.purpose': ['目的', 'Purpose'],
  script: ['问卷', 'Script'],
  'campaigns.from': ['开始', 'From'],
  'campaigns.until': ['结束', 'Until'],
  'campaigns.attempts': ['拨打规则（缺省为 3 次、每天 1 次、间隔 3 小时）', 'Attempts (3, one a day, 3 h apart unless given)'],
  'campaigns.calendar': [
    '允许拨打的日历（缺省为 default）',
    'Calendar of the hours in which one may call (default unless given)',
  ],
  'change.until': ['结束', 'Until'],
  'change.attempts': ['拨打规则', 'Attempts'],
  'change.calendar': ['日历', 'Calendar'],
  'attempts.most': ['最多次数', 'At most'],
  'attempts.aDay': ['每天次数', 'A day'],
  'attempts.hoursApart': ['间隔小时', 'Hours apart'],
  'calls.customers': ['客户', 'Customers'],
  'calls.note': ['给坐席的备注', 'Note for the agent'],
} satisfies Pairs;
