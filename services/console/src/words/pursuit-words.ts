import type { Pairs } from './pair.ts';

/** What the pages of sales leads and customers at risk say (R9). */
export const pursuitWords = {
  leadsLead: [
    '有购买意向的客户：由谁跟进、到了哪一步、下一步何时做。逾期由系统提醒。',
    'Customers who may buy: who follows them up, how far it is, and what comes next by when. The system keeps the dates.',
  ],
  atRiskLead: [
    '可能流失的客户：由谁回访、挽留到哪一步、下一步何时做。逾期由系统提醒。',
    'Customers who may leave: who revisits them, how far it is, and what comes next by when. The system keeps the dates.',
  ],
  openLead: ['登记销售线索', 'Open a lead'],
  openAtRisk: ['登记流失预警客户', 'Open a customer at risk'],
  search: ['搜索', 'Search'],
  none: ['没有记录', 'None'],
  mine: ['我跟进的', 'Mine'],
  open: ['跟进中', 'Under way'],
  overdue: ['已逾期', 'Overdue'],
  all: ['全部', 'All'],
  title: ['标题', 'Title'],
  customer: ['客户', 'Customer'],
  owner: ['负责人', 'Owner'],
  stage: ['阶段', 'Stage'],
  next: ['下一步', 'Next step'],
  noStep: ['没有计划下一步', 'Nothing is planned'],
  late: ['逾期', 'Overdue'],
  reminded: ['已提醒 {n} 次', 'Reminded {n}×'],
  phone: ['电话', 'Telephone'],
  barred: ['不可致电', 'Not to be called'],
  source: ['来源', 'Came of'],
  product: ['产品', 'Product'],
  why: ['可能流失的原因', 'Why they may leave'],
  lostFor: ['流失原因', 'Lost for'],
  revisits: ['回访', 'Revisits'],
  revisited: ['{n} 次，最近', '{n}, the last'],
  openedBy: ['登记人', 'Opened by'],
  openedAt: ['登记时间', 'Opened'],
  history: ['经过', 'What happened'],
  reached: ['已联系上', 'Reached'],
  notReached: ['未联系上', 'Not reached'],
} satisfies Pairs;

export const pursuitStageWords = {
  new: ['新建', 'New'],
  contacted: ['已联系', 'Contacted'],
  qualified: ['已确认意向', 'Qualified'],
  offered: ['已报价', 'Offered'],
  won: ['成交', 'Won'],
  kept: ['已挽留', 'Kept'],
  lost: ['流失', 'Lost'],
} satisfies Pairs;

export const lossReasonWords = {
  price: ['价格', 'Price'],
  competitor: ['竞争对手', 'A competitor'],
  product: ['产品', 'The product'],
  service: ['服务', 'The service'],
  'no-need': ['没有需要', 'No need'],
  'not-reached': ['联系不上', 'Not reached'],
  other: ['其他', 'Other'],
} satisfies Pairs;

export const pursuitSourceWords = {
  ticket: ['工单', 'A ticket'],
  call: ['外呼', 'A call of a campaign'],
  hand: ['人工登记', 'Opened by hand'],
} satisfies Pairs;

/** Steps by their names in the API. */
export const pursuitStepWords = {
  revisit: ['登记回访', 'Revisit'],
  plan: ['计划下一步', 'Plan the next step'],
  move: ['变更阶段', 'Move'],
  conclude: ['结束跟进', 'Conclude'],
  'hand-over': ['转交', 'Hand over'],
  reopen: ['重新跟进', 'Reopen'],
} satisfies Pairs;

/** Events by their wire names. */
export const pursuitEventWords = {
  PursuitOpened: ['登记', 'Opened'],
  PursuitHandedOver: ['转交', 'Handed over'],
  PursuitMoved: ['变更阶段', 'Moved'],
  NextStepPlanned: ['计划下一步', 'The next step was planned'],
  CustomerRevisited: ['回访', 'Revisited'],
  PursuitConcluded: ['结束跟进', 'Concluded'],
  PursuitReopened: ['重新跟进', 'Reopened'],
  PursuitOverdue: ['逾期提醒', 'Reminded: overdue'],
} satisfies Pairs;

/** Members of the bodies of its calls. */
export const pursuitFieldWords = {
  customer: ['客户', 'Customer'],
  'leads.contact': ['或新客户', 'Or somebody new'],
  'at-risk-customers.contact': ['或新客户', 'Or somebody new'],
  'leads.ticket': ['或工单号（其来电人）', 'Or the number of a ticket (its caller)'],
  'at-risk-customers.ticket': ['或工单号（其来电人）', 'Or the number of a ticket (its caller)'],
  'leads.owner': ['负责人用户名（不填则为本人）', 'User name of the owner (empty: yourself)'],
  'at-risk-customers.owner': ['负责人用户名（不填则为本人）', 'User name of the owner (empty: yourself)'],
  why: ['原因', 'Why'],
  next: ['下一步', 'Next step'],
  'next.step': ['做什么', 'What'],
  'next.dueBy': ['期限', 'By when'],
  'plan.step': ['做什么', 'What'],
  'plan.dueBy': ['期限', 'By when'],
  stage: ['阶段', 'Stage'],
  reached: ['已联系上', 'Reached'],
  'revisit.text': ['谈了什么', 'What was said'],
  as: ['结局', 'How it ends'],
  'conclude.why': ['流失原因（流失时）', 'Why it was lost (of what was lost)'],
  'conclude.text': ['说明', 'In words'],
} satisfies Pairs;
