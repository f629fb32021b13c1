import type { Pairs } from './pair.ts';

/** What the pages of probation say (R13). */
export const probationWords = {
  lead: [
    '员工试用期：从报到日到转正或终止，每个日期都有依据。',
    'From the day of reporting to the day on which somebody is regular: every date says what it rests on.',
  ],
  begin: ['开始试用', 'Begin a probation'],
  none: ['没有试用期记录', 'No probations'],
  search: ['按姓名、工号搜索', 'Search by name or number'],
  open: ['试用中', 'On probation'],
  asked: ['待审批', 'To be approved'],
  regular: ['已转正', 'Regular'],
  ended: ['已终止', 'Ended'],
  all: ['全部', 'All'],
  name: ['姓名', 'Name'],
  employeeNumber: ['工号', 'Number'],
  post: ['岗位', 'Post'],
  reportsOn: ['报到日', 'Reported'],
  lastDay: ['试用期最后一日', 'Last day'],
  next: ['下一步', 'Next'],
  remind: ['提醒', 'Reminder'],
  'make-regular': ['自动转正', 'Regular by itself'],
  contract: ['劳动合同', 'Contract'],
  contractTo: ['至 {day}', 'to {day}'],
  pay: ['月工资', 'Monthly wage'],
  payOf: ['试用期 {probation} 元，转正后 {regular} 元', '{probation} yuan on probation, {regular} yuan when regular'],
  why: ['依据', 'What it rests on'],
  conditions: ['录用条件', 'Conditions of employment'],
  noConditions: [
    '还没有告知录用条件，不能以不符合录用条件为由终止',
    'The employee was not told of any: nothing can be ended for not meeting them',
  ],
  toldOn: ['{day} 已告知本人', 'The employee was told on {day}'],
  requests: ['申请与审批', 'Requests'],
  noRequests: ['没有申请', 'Nothing was asked for'],
  approve: ['批准', 'Approve'],
  refuse: ['不批准', 'Refuse'],
  withdraw: ['撤回', 'Take back'],
  history: ['经过', 'What happened'],
  regularOn: ['自 {day} 起转正', 'Regular from {day}'],
  endsOn: ['{day} 离职', 'Leaves on {day}'],
} satisfies Pairs;

export const probationStatusWords = {
  'on-probation': ['试用中', 'On probation'],
  regular: ['已转正', 'Regular'],
  ended: ['已终止', 'Ended'],
  annulled: ['未报到', 'Never came'],
} satisfies Pairs;

export const contractTermWords = {
  fixed: ['固定期限', 'Fixed term'],
  'open-ended': ['无固定期限', 'Open-ended'],
  task: ['以完成一定工作任务为期限', 'For a task'],
} satisfies Pairs;

export const requestKindWords = {
  'early-confirmation': ['提前转正', 'Early confirmation'],
  extension: ['延长试用期', 'Extension'],
  ending: ['不符合录用条件，终止', 'Ending: conditions not met'],
} satisfies Pairs;

export const requestStateWords = {
  open: ['待审批', 'Open'],
  approved: ['已批准', 'Approved'],
  refused: ['未批准', 'Refused'],
  withdrawn: ['已撤回', 'Taken back'],
  lapsed: ['逾期失效', 'Lapsed'],
} satisfies Pairs;

export const probationWarningWords = {
  'no-marriage-leave': ['规定不给婚假，与法律不符', 'The rule gives no marriage leave, which the law does'],
  'ask-sensitive-documents': ['规定要求超出必要的个人材料', 'The rule asks for more papers than the law lets it'],
} satisfies Pairs;

/** Steps by their names in the API. */
export const probationStepWords = {
  annul: ['未报到，作废', 'Never came'],
  'tell-conditions': ['告知录用条件', 'Tell conditions of employment'],
  'request-early-confirmation': ['申请提前转正', 'Ask for early confirmation'],
  'request-extension': ['申请延长', 'Ask for an extension'],
  'request-ending': ['申请终止', 'Ask for an ending'],
  approve: ['批准', 'Approve'],
  refuse: ['不批准', 'Refuse'],
  withdraw: ['撤回申请', 'Take a request back'],
  'end-by-employer': ['已告知本人终止', 'The employee was told of the ending'],
  'end-by-employee': ['本人提出离职', 'The employee gives notice'],
} satisfies Pairs;

/** Its events by their wire names. */
export const probationEventWords = {
  ProbationBegun: ['开始试用', 'Begun'],
  ProbationAnnulled: ['作废', 'Annulled'],
  EmploymentConditionsTold: ['告知录用条件', 'Told of the conditions of employment'],
  EarlyConfirmationRequested: ['申请提前转正', 'Early confirmation asked for'],
  ProbationExtensionRequested: ['申请延长', 'Extension asked for'],
  ProbationEndingRequested: ['申请终止', 'Ending asked for'],
  ProbationRequestRefused: ['未批准', 'Refused'],
  ProbationRequestWithdrawn: ['撤回申请', 'Taken back'],
  ProbationExtended: ['批准延长', 'Extended'],
  ProbationEndingApproved: ['批准终止', 'Ending approved'],
  EmployeeBecameRegular: ['转正', 'Regular'],
  EmploymentEnded: ['终止', 'Ended'],
  ProbationReminded: ['提醒', 'Reminded'],
} satisfies Pairs;

export const probationRefusalWords = {
  'had-probation-before': ['同一用人单位与同一员工只能约定一次试用期', 'One probation only with the same employer'],
  'contract-has-no-last-day': ['此类合同没有终止日', 'Such a contract has no last day'],
  'contract-needs-a-last-day': ['固定期限合同须写明终止日', 'A fixed term needs its last day'],
  'contract-ends-before-it-begins': ['合同终止日早于开始日或报到日', 'The contract ends before it begins'],
  'no-probation-by-law': [
    '此合同依法不得约定试用期（《劳动合同法》第十九条）',
    'The law allows no probation with such a contract (article 19)',
  ],
  'beyond-the-legal-limit': ['超过法定试用期上限（《劳动合同法》第十九条）', 'Longer than the law allows (article 19)'],
  'longer-than-the-rule': ['超过规定的试用期，请另行申请延长', 'Longer than the rule: ask for an extension'],
  'below-the-share-of-the-agreed-wage': [
    '低于约定工资的百分之八十（《劳动合同法》第二十条）',
    'Less than 80 % of the agreed wage (article 20)',
  ],
  'below-the-local-minimum': ['低于当地最低工资标准（《劳动合同法》第二十条）', 'Less than the local minimum wage (article 20)'],
  'no-probation-rule-in-force': ['没有生效的试用期规定', 'No rule about probation is in force'],
  'own-probation': ['不能办理本人的试用期', 'Not about oneself'],
  'not-within-the-probation': ['日期不在试用期内', 'Not within the probation'],
  'not-later-than-the-last-day': ['须晚于现在的最后一日', 'Has to be later than the last day'],
  'date-is-to-come': ['日期还没有到，或早于报到日', 'The date is to come, or before the day of reporting'],
  'no-conditions-of-employment': [
    '还没有告知录用条件，不能以不符合录用条件终止',
    'The employee was told of no conditions of employment',
  ],
  'unknown-condition': ['没有这一条录用条件', 'There is no such condition'],
  'each-condition-needs-its-proof': ['每条不符合的录用条件都须有证明', 'Each condition that was not met needs its proof'],
  'requested-already': ['已有同类申请待审批', 'It was asked for already'],
  'nothing-requested': ['没有待审批的申请', 'Nothing waits for approval'],
  'request-not-found': ['没有此申请', 'There is no such request'],
  'request-not-open': ['此申请已有结果', 'This request is decided'],
  'probation-not-found': ['没有此试用期记录', 'There is no such probation'],
  'probation-is-over': ['试用期已结束', 'The probation is over'],
  'last-day-has-passed': ['试用期最后一日已过', 'The last day has passed'],
  'ending-not-approved': ['终止尚未批准', 'The ending was not approved'],
  'told-before-approval-or-later': ['告知日须在批准之后、今天之前', 'Told between the approval and today'],
  'notice-not-within-the-probation': ['通知日须在报到之后、今天之前', 'Notice between the day of reporting and today'],
  'notice-too-short': ['试用期内离职须提前三日通知（《劳动合同法》第三十七条）', "Three days' notice (article 37)"],
  'probation-has-begun': ['报到三日后不能作废', 'Too late to say that they never came'],
} satisfies Pairs;
