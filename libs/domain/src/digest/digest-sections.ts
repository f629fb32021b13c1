import type { InBothLanguages } from '../calendar/deadline-sentence.js';

/** Whose figures: those of one department, or of the whole centre. */
export const digestScopes = ['department', 'centre'] as const;
export type DigestScope = (typeof digestScopes)[number];

/** What a digest can tell (R11): how it is headed unless the template says otherwise, and what its figures count. */
export interface DigestSection {
  readonly title: InBothLanguages;
  readonly means: InBothLanguages;
  /** It can name tickets beside its figures. */
  readonly lists?: true;
  /** It compares departments, which a single one cannot. */
  readonly ofCentre?: true;
}

const compared = {
  zh: '本期登记的工单，与上期比较。',
  en: 'Tickets registered in the period, beside those of the period before.',
};

export const digestSections = {
  volume: { title: { zh: '受理量', en: 'Volume' }, means: compared },
  departments: { title: { zh: '各部门承办', en: 'By department' }, means: compared, ofCentre: true },
  timeliness: {
    title: { zh: '时限达成', en: 'Timeliness' },
    means: {
      zh: '本期启动的时限。达成率 = 按时 ÷（按时 + 逾期办结 + 逾期未办结 + 逾期后取消）。',
      en: 'Clocks that started in the period. Attainment is in time ÷ (in time + late + breached + cancelled when late).',
    },
  },
  satisfaction: {
    title: { zh: '满意度', en: 'Satisfaction' },
    means: { zh: '本期记录的回访。', en: 'Surveys recorded in the period.' },
  },
  suggestions: { title: { zh: '意见建议', en: 'Opinions and suggestions' }, means: compared, lists: true },
  faults: { title: { zh: '故障报修', en: 'Faults' }, means: compared, lists: true },
  complaints: { title: { zh: '投诉', en: 'Complaints' }, means: compared, lists: true },
  'repeated-faults': {
    title: { zh: '重复故障', en: 'Repeated faults' },
    means: {
      zh: '同一事项、同一产品在本期内多次报修的故障。',
      en: 'Faults of the same item and product that were reported several times in the period.',
    },
  },
  'hot-spots': {
    title: { zh: '热点', en: 'Hot spots' },
    means: {
      zh: '按事项和区域，本期登记最多的诉求，与上期比较。',
      en: 'Items and districts with most tickets registered in the period, beside the period before.',
    },
  },
  trend: {
    title: { zh: '趋势', en: 'Trend' },
    means: { zh: '最近八期登记的工单。', en: 'Tickets registered in each of the last eight periods.' },
  },
  overdue: {
    title: { zh: '超期未办结', en: 'Overdue' },
    means: {
      zh: '统计时未办结的工单；超期：至少一个时限已逾期。',
      en: 'Tickets open when this was made; overdue: some clock of it is late.',
    },
    lists: true,
  },
  urgent: { title: { zh: '紧急重大事件', en: 'Urgent events' }, means: compared, lists: true },
  rework: {
    title: { zh: '审核与返工', en: 'Review and rework' },
    means: {
      zh: '本期的审核退回、审查驳回、返工与重新打开，按部门。',
      en: 'Results sent back or rejected, rework and reopenings in the period.',
    },
  },
  proposals: {
    title: { zh: '改进建议', en: 'Improvement proposals' },
    means: {
      zh: '本期提出、落实和不采纳的改进建议，与上期比较；在办和逾期为统计时的数。',
      en: 'Proposals raised, carried out and refused in the period, beside the period before; under way and overdue when this was made.',
    },
    lists: true,
  },
} as const satisfies Readonly<Record<string, DigestSection>>;

export type DigestSectionName = keyof typeof digestSections;
export const digestSectionNames = Object.keys(digestSections) as readonly DigestSectionName[];

/** The section that is no report's: proposals are none of the facts that reports are made of. */
export const ofProposals = 'proposals';
export type ReportSectionName = Exclude<DigestSectionName, typeof ofProposals>;

export function isOfReport(name: DigestSectionName): name is ReportSectionName {
  return name !== ofProposals;
}

export function sectionOf(name: DigestSectionName): DigestSection {
  return digestSections[name];
}
