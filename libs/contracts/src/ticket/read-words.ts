/** A word in both languages, side by side, so that neither can be forgotten. */
export type Pair = readonly [zh: string, en: string];
export type Pairs = Readonly<Record<string, Pair>>;

/** Wire words of a ticket as people read them (docs/glossary.md), on screens as in files. */
export const statusWords = {
  registered: ['待派单', 'To dispatch'],
  dispatched: ['待签收', 'To accept'],
  'in-progress': ['办理中', 'In progress'],
  'in-review': ['待审核', 'In review'],
  'to-check': ['待审查', 'To check'],
  'to-reply': ['待回复', 'To reply'],
  completed: ['已办结', 'Completed'],
  closed: ['已结案', 'Closed'],
  archived: ['已归档', 'Archived'],
  refused: ['不予受理', 'Refused'],
  withdrawn: ['已撤单', 'Withdrawn'],
} satisfies Pairs;

export const kindWords = {
  'product-enquiry': ['产品咨询', 'Product enquiry'],
  solution: ['方案介绍', 'Solution introduction'],
  application: ['产品应用介绍', 'Product application'],
  'pre-sale': ['售前支持', 'Pre-sale support'],
  'after-sale': ['售后服务', 'After-sale service'],
  'fault-repair': ['故障报修', 'Fault repair'],
  complaint: ['投诉', 'Complaint'],
  opinion: ['意见建议', 'Opinion or suggestion'],
  request: ['求助', 'Request for help'],
  'report-wrongdoing': ['举报', 'Report of wrongdoing'],
  praise: ['表扬', 'Praise'],
  other: ['其他', 'Other'],
} satisfies Pairs;

/** Where an improvement proposal stands (R11). */
export const proposalStatusWords = {
  raised: ['已提出', 'Raised'],
  'taken-up': ['已受理', 'Taken up'],
  'carried-out': ['已落实', 'Carried out'],
  refused: ['不采纳', 'Refused'],
} satisfies Pairs;
