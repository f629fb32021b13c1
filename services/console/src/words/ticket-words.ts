import type { Pairs } from './pair.ts';

/** Said on screens as in digests: both read them from one place. */
export { kindWords, statusWords } from '@ledgerline/contracts/words';

/** What a ticket waits for, by the command that answers it. */
export const awaitedWords = {
  'approve-result': ['待部门审核', 'Result to review'],
  'endorse-extension': ['延期待部门意见', 'Extension to endorse'],
  'grant-extension': ['延期待批', 'Extension to decide'],
  'grant-return': ['退单待批', 'Return to decide'],
  'grant-reveal': ['身份查看待批', 'Reveal to decide'],
  'acknowledge-urgent': ['紧急待确认', 'Urgent, to acknowledge'],
  'record-decision': ['紧急待决策', 'Urgent, to decide'],
  'hand-down-decision': ['决定待下达', 'Decision to hand down'],
  'explain-decision': ['决定待告知', 'Decision to explain'],
  'report-back': ['督办待回报', 'Supervision, to report back'],
  'acknowledge-urge': ['催办待确认', 'Urged, to acknowledge'],
  'receive-information': ['待来电人补充', 'Caller to answer'],
} satisfies Pairs;

export const levelWords = {
  general: ['一般', 'General'],
  important: ['重要', 'Important'],
  urgent: ['紧急重大', 'Urgent'],
} satisfies Pairs;

export const channelWords = {
  phone: ['电话', 'Phone'],
  email: ['邮件', 'E-mail'],
  sms: ['短信', 'Text message'],
  web: ['网站', 'Web'],
  api: ['接口', 'API'],
  letter: ['信函', 'Letter'],
  'in-person': ['当面', 'In person'],
} satisfies Pairs;

export const closureWords = {
  resolved: ['已解决', 'Resolved'],
  'partly-resolved': ['部分解决', 'Partly resolved'],
  explained: ['已解释', 'Explained'],
  unfounded: ['不属实', 'Unfounded'],
  withdrawn: ['撤单', 'Withdrawn'],
  unreachable: ['无法联系', 'Unreachable'],
  refused: ['不予受理', 'Refused'],
  duplicate: ['重复', 'Duplicate'],
} satisfies Pairs;

export const holdWords = {
  'awaiting-caller': ['等待来电人', 'Waiting for the caller'],
  'third-party': ['等待第三方', 'Waiting for a third party'],
  'force-majeure': ['不可抗力', 'Force majeure'],
} satisfies Pairs;

export const partWords = {
  lead: ['主办', 'Lead'],
  'co-handling': ['协办', 'Co-handling'],
} satisfies Pairs;

export const partStatusWords = {
  routed: ['待签收', 'To accept'],
  accepted: ['办理中', 'In progress'],
  submitted: ['待审核', 'In review'],
  approved: ['已审核', 'Approved'],
  released: ['已解除', 'Released'],
  returned: ['已退单', 'Returned'],
  ended: ['已结束', 'Ended'],
} satisfies Pairs;

export const clockWords = {
  'first-response': ['首次响应', 'First response'],
  dispatch: ['派单', 'Dispatch'],
  'return-request': ['退单申请', 'Request to return'],
  accept: ['签收', 'Acceptance'],
  'return-decision': ['退单审核', 'Decision on the return'],
  handle: ['办理', 'Handling'],
  'interim-feedback': ['阶段反馈', 'Interim feedback'],
  'extension-decision': ['延期审批', 'Decision on the extension'],
  review: ['审核把关', 'Review'],
  check: ['审查', 'Check of the result'],
  reply: ['回复', 'Reply'],
  resolve: ['办结', 'Resolution'],
  'measures-urgent': ['紧急处置措施', 'Emergency measures'],
  'acknowledge-urgent': ['领导知悉', 'Acknowledgement by an executive'],
  'decide-urgent': ['领导决定', 'Decision of an executive'],
  'hand-down-urgent': ['决定下达', 'Handing down the decision'],
  'explain-urgent': ['向来电人说明', 'Explaining the decision'],
  'return-call': ['回拨', 'Return call'],
  'follow-up': ['承诺跟进', 'Follow-up'],
  survey: ['回访', 'Survey'],
  'acknowledge-urge': ['催办回执', 'Acknowledgement of the urge'],
  supervision: ['督办', 'Supervision order'],
} satisfies Pairs;

export const clockStateWords = {
  running: ['计时中', 'Running'],
  held: ['挂起', 'On hold'],
  suspended: ['审核中', 'Under review'],
  breached: ['已超时', 'Breached'],
  met: ['按时', 'Kept'],
  cancelled: ['已取消', 'Cancelled'],
  lapsed: ['已失效', 'Lapsed'],
} satisfies Pairs;

export const verdictWords = {
  'in-time': ['按时', 'In time'],
  late: ['逾期完成', 'Late'],
  breached: ['超时', 'Breached'],
  cancelled: ['取消', 'Cancelled'],
} satisfies Pairs;

export const roleWords = {
  agent: ['坐席', 'Agent'],
  'team-leader': ['班长', 'Team leader'],
  coordinator: ['管理专员', 'Coordinator'],
  inspector: ['质检员', 'Quality inspector'],
  editor: ['知识管理员', 'Knowledge editor'],
  handler: ['承办人', 'Handler'],
  manager: ['部门经理', 'Department manager'],
  leader: ['企业领导', 'Executive'],
  chairman: ['董事长', 'Chairman'],
  auditor: ['审计员', 'Auditor'],
  administrator: ['系统管理员', 'Administrator'],
  personnel: ['人力资源', 'Personnel officer'],
  office: ['行政', 'Office administrator'],
} satisfies Pairs;

export const urgentStepWords = {
  raised: ['已升级，待领导知悉', 'Raised, not acknowledged'],
  acknowledged: ['领导已知悉，待决定', 'Acknowledged, to be decided'],
  decided: ['已决定，待下达', 'Decided, to be handed down'],
  'handed-down': ['已下达，待向来电人说明', 'Handed down, to be explained'],
  explained: ['已说明', 'Explained'],
} satisfies Pairs;

export const escalationWords = {
  handler: ['承办人', 'The handler'],
  manager: ['部门经理', 'The department’s manager'],
  coordinator: ['管理专员', 'The coordinators'],
  leader: ['企业领导', 'The executives'],
  'duty-executive': ['值班领导', 'The executive on duty'],
  'next-executive': ['下一位领导', 'The next executive'],
} satisfies Pairs;
