import type { InBothLanguages } from '../calendar/deadline-sentence.js';

/** What the columns of digests are called. */
export const digestColumnTitles: Readonly<Record<string, InBothLanguages>> = {
  kind: { zh: '类别', en: 'Kind' },
  level: { zh: '级别', en: 'Level' },
  item: { zh: '事项', en: 'Item' },
  product: { zh: '产品', en: 'Product' },
  district: { zh: '区域', en: 'District' },
  department: { zh: '部门', en: 'Department' },
  clock: { zh: '时限', en: 'Clock' },
  week: { zh: '周', en: 'Week' },
  month: { zh: '月', en: 'Month' },
};

/** What their figures are called. */
export const digestFigureTitles: Readonly<Record<string, InBothLanguages>> = {
  registered: { zh: '登记', en: 'Registered' },
  urgent: { zh: '紧急', en: 'Urgent' },
  open: { zh: '未办结', en: 'Open' },
  overdue: { zh: '超期', en: 'Overdue' },
  held: { zh: '挂起', en: 'On hold' },
  clocks: { zh: '时限数', en: 'Clocks' },
  inTime: { zh: '按时', en: 'In time' },
  late: { zh: '逾期办结', en: 'Late' },
  breached: { zh: '逾期未办结', en: 'Breached' },
  attainment: { zh: '达成率', en: 'Attainment' },
  surveys: { zh: '回访', en: 'Surveys' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  satisfiedShare: { zh: '满意率', en: 'Satisfied' },
  approved: { zh: '通过', en: 'Approved' },
  sentBack: { zh: '退回', en: 'Sent back' },
  rejected: { zh: '审查驳回', en: 'Rejected' },
  reworked: { zh: '返工', en: 'Reworked' },
  reopened: { zh: '重新打开', en: 'Reopened' },
  proposed: { zh: '提出', en: 'Raised' },
  carriedOut: { zh: '落实', en: 'Carried out' },
  notDone: { zh: '不采纳', en: 'Refused' },
  underWay: { zh: '在办', en: 'Under way' },
  overdueNow: { zh: '逾期', en: 'Overdue' },
};

/** Figures that are shares of a whole. */
export const digestShares: readonly string[] = ['attainment', 'satisfiedShare'];

/** A period as a person reads it, with its first and last day. */
export function periodInWords(name: string, [first, last]: readonly [first: string, last: string]): InBothLanguages {
  const [year = '', part = ''] = name.split('-');
  if (!part.startsWith('W')) return { zh: `${year}年${Number(part)}月`, en: name };
  const week = Number(part.slice(1));
  return { zh: `${year}年第${week}周（${first} 至 ${last}）`, en: `week ${week} of ${year} (${first} to ${last})` };
}
