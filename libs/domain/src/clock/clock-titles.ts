import type { InBothLanguages } from '../calendar/deadline-sentence.js';
import type { ClockName } from '../policy/policy.js';

/** What people call the clocks (docs/glossary.md). */
export const clockTitles: Readonly<Record<ClockName, InBothLanguages>> = {
  'first-response': { zh: '首次响应', en: 'First response' },
  dispatch: { zh: '派单', en: 'Dispatch' },
  'return-request': { zh: '退单申请', en: 'Request to return' },
  accept: { zh: '签收', en: 'Acceptance' },
  'return-decision': { zh: '退单审核', en: 'Decision on the return' },
  handle: { zh: '办理', en: 'Handling' },
  'interim-feedback': { zh: '阶段反馈', en: 'Interim feedback' },
  'extension-decision': { zh: '延期审批', en: 'Decision on the extension' },
  review: { zh: '审核把关', en: 'Review' },
  check: { zh: '审查', en: 'Check of the result' },
  reply: { zh: '回复', en: 'Reply' },
  resolve: { zh: '办结', en: 'Resolution' },
  'measures-urgent': { zh: '紧急处置措施', en: 'Emergency measures' },
  'acknowledge-urgent': { zh: '领导知悉', en: 'Acknowledgement by an executive' },
  'decide-urgent': { zh: '领导决定', en: 'Decision of an executive' },
  'hand-down-urgent': { zh: '决定下达', en: 'Handing down the decision' },
  'explain-urgent': { zh: '向来电人说明', en: 'Explaining the decision' },
  'return-call': { zh: '回拨', en: 'Return call' },
  'follow-up': { zh: '承诺跟进', en: 'Follow-up' },
  survey: { zh: '回访', en: 'Survey' },
  'acknowledge-urge': { zh: '催办回执', en: 'Acknowledgement of the urge' },
  supervision: { zh: '督办', en: 'Supervision order' },
};
