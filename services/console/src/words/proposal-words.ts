import type { Pairs } from './pair.ts';

export { proposalStatusWords } from '@ledgerline/contracts/words';

/** What the pages of improvement proposals say; they come with those pages. */
export const proposalWords = {
  lead: [
    '来自来电人的意见和反复出现的问题：谁负责、何时完成、结果如何，并告知提出的来电人。',
    'What callers suggest and what goes wrong again and again: who does it, by when, what came of it, and telling those who asked.',
  ],
  raise: ['提出改进建议', 'Raise a proposal'],
  nextTime: ['持续改进', 'For the next time'],
  makeProposal: ['转为改进建议', 'Make it a proposal'],
  joinOne: ['并入改进建议', 'Add to a proposal'],
  which: ['改进建议', 'Proposal'],
  none: ['没有改进建议', 'No proposals'],
  search: ['搜索改进建议', 'Search proposals'],
  open: ['待办', 'To do'],
  overdue: ['逾期', 'Overdue'],
  mine: ['我负责', 'Mine'],
  toTell: ['待告知', 'To tell'],
  all: ['全部', 'All'],
  title: ['标题', 'Title'],
  owner: ['负责人', 'Owner'],
  dueBy: ['完成期限', 'Due'],
  noDate: ['未定', 'None yet'],
  callers: ['提出的来电人', 'Callers who asked for it'],
  callersCount: ['{joined} 位，待告知 {toTell} 位', '{joined}, {toTell} to tell'],
  noCallers: ['没有可见的来电人', 'No callers that you can see'],
  raisedBy: ['提出人', 'Raised by'],
  raisedAt: ['提出时间', 'Raised'],
  period: ['来自报送期', 'From the digest of'],
  outcome: ['结果', 'Outcome'],
  history: ['经过', 'What happened'],
  confidential: ['涉密', 'Confidential'],
  told: ['已告知', 'Told'],
  tellChosen: ['告知所选来电人（{n}）', 'Tell those chosen ({n})'],
  excuse: ['不告知', 'Do not tell'],
  removeTicket: ['移出', 'Remove'],
  reminded: ['已提醒 {n} 次', 'Reminded {n}×'],
  afterOutcome: ['有结果后告知', 'Told when there is an outcome'],
  chooseCaller: ['选择工单 {number}', 'Choose ticket {number}'],
  notNow: ['现在不能', 'Not now'],
} satisfies Pairs;

export const tellingWords = {
  waits: ['待结果', 'Waits'],
  'to-tell': ['待告知', 'To tell'],
  told: ['已告知', 'Told'],
  excused: ['不告知', 'Not to be told'],
} satisfies Pairs;

/** Steps of a proposal by their names in the API. */
export const proposalStepWords = {
  join: ['并入来电人', 'Add callers'],
  remove: ['移出', 'Remove'],
  'take-up': ['受理', 'Take it up'],
  change: ['改派或改期', 'Hand over or move the date'],
  refuse: ['不采纳', 'Refuse'],
  'carry-out': ['已落实', 'Carried out'],
  reopen: ['重新办理', 'Reopen'],
  'tell-callers': ['告知来电人', 'Tell callers'],
  'excuse-caller': ['不告知', 'Do not tell'],
} satisfies Pairs;

/** Its events by their wire names. */
export const proposalEventWords = {
  ProposalRaised: ['提出', 'Raised'],
  ProposalTicketJoined: ['并入来电人', 'A caller joined'],
  ProposalTicketRemoved: ['移出来电人', 'A caller was removed'],
  ProposalTakenUp: ['受理', 'Taken up'],
  ProposalChanged: ['改派或改期', 'Handed over, or another date'],
  ProposalRefused: ['不采纳', 'Refused'],
  ProposalCarriedOut: ['落实', 'Carried out'],
  ProposalReopened: ['重新办理', 'Reopened'],
  CallerToldOfOutcome: ['告知来电人', 'A caller was told'],
  CallerExcusedFromOutcome: ['不告知来电人', 'A caller is not to be told'],
  ProposalOverdue: ['逾期提醒', 'Reminded: overdue'],
} satisfies Pairs;
