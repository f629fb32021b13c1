import type { Pairs } from './pair.ts';

/** What the pages of customer segments say (R10). */
export const segmentWords = {
  lead: [
    '按客户资料保存的筛选，用于市场分析、调查和营销。除“市场分析”外，只含同意了该用途和方式的客户；导出留痕。',
    'Saved filters over the customer base, for analysis, surveys and marketing. But for analysis, only customers who agreed to that purpose and means are in one; each export is on record.',
  ],
  save: ['新建客户群', 'Save a segment'],
  change: ['修改', 'Change'],
  retire: ['停用', 'Retire'],
  export: ['导出 CSV', 'Export as CSV'],
  none: ['没有客户群', 'No segments'],
  name: ['客户群', 'Segment'],
  purpose: ['用途', 'Purpose'],
  filter: ['条件', 'Filter'],
  everybody: ['所有有资料的客户', 'Every customer with a profile'],
  savedBy: ['建立人', 'Saved by'],
  savedAt: ['建立时间', 'Saved'],
  count: ['现有客户', 'Customers in it now'],
  moreThan: ['{n} 位以上', 'more than {n}'],
  many: ['{n} 位', '{n}'],
  nobodyNamed: ['市场分析的导出不含姓名和联系方式。', 'An export for analysis names nobody.'],
  agreedOnly: ['只含同意以此方式联系的客户，导出含姓名和该联系方式。', 'Only customers who agreed to this; an export has their names and that contact.'],
  retired: ['已停用', 'Retired'],
} satisfies Pairs; // prettier-ignore

/** For what, and by what means its customers have agreed to it. */
export const segmentPurposeWords = {
  analysis: ['市场分析', 'Market analysis'],
  'survey-phone': ['调查，电话', 'Surveys by phone'],
  'survey-email': ['调查，邮件', 'Surveys by email'],
  'survey-sms': ['调查，短信', 'Surveys by text message'],
  'marketing-phone': ['营销，电话', 'Marketing by phone'],
  'marketing-email': ['营销，邮件', 'Marketing by email'],
  'marketing-sms': ['营销，短信', 'Marketing by text message'],
} satisfies Pairs;

/** By what customers are chosen. */
export const segmentFilterWords = {
  organisation: ['单位', 'Organisation'],
  product: ['产品', 'Product'],
  language: ['语言', 'Language'],
  preferredChannel: ['首选联系方式', 'Preferred channel'],
  words: ['资料中的词', 'Words in what is kept'],
} satisfies Pairs;

/** Members of the bodies of its calls. */
export const segmentFieldWords = {
  'customer-segments.name': ['名称', 'Name'],
  'customer-segments.purpose': ['用途', 'Purpose'],
  'change.name': ['名称', 'Name'],
  filter: ['条件（全部满足；不填则不限）', 'Filter (all that is given has to hold)'],
  words: ['产品、关注、建议或地址中的词', 'Words of products, concerns, suggestions or addresses'],
} satisfies Pairs;
