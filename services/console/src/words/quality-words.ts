import type { Pairs } from './pair.ts';

/** What the pages of quality inspection say, and the editors of its documents; they come with those pages. */
export const qualityWords = {
  lead: [
    '按规则抽样、按当时的评分表评分；坐席可在期限内申诉，由评分人以外的人裁定。',
    'Drawn by rule and lot, scored by the sheet of that day; the agent may appeal in time, and another than who scored decides.',
  ],
  toScore: ['待我评分', 'For me to score'],
  mine: ['我的结果', 'My results'],
  appealed: ['待裁定申诉', 'Appeals to decide'],
  all: ['全部', 'All'],
  samples: ['样本', 'Samples'],
  calibrations: ['校准', 'Calibrations'],
  figures: ['质检指标', 'Figures'],
  none: ['没有质检记录', 'No inspections'],
  agent: ['坐席', 'Agent'],
  team: ['班组', 'Team'],
  inspector: ['质检员', 'Inspector'],
  unassigned: ['未分配', 'Nobody yet'],
  work: ['服务环节', 'Work'],
  doneAt: ['办理时间', 'Done'],
  score: ['得分', 'Score'],
  scoreOf: ['{score} / {outOf}', '{score} of {outOf}'],
  passed: ['合格', 'Passed'],
  failed: ['不合格', 'Not passed'],
  appealBy: ['申诉截止', 'Appeal until'],
  original: ['原评分', 'First score'],
  revised: ['改判后', 'After the appeal'],
  appeal: ['申诉', 'Appeal'],
  decision: ['裁定', 'Decision'],
  history: ['经过', 'What happened'],
  ticket: ['工单', 'Ticket'],
  hidden: ['无权查看', 'Not yours to see'],
  sheet: ['评分表', 'Score sheet'],
  sheetTitle: ['名称', 'Title'],
  groups: ['评分组', 'Groups'],
  groupName: ['组名', 'Group'],
  criteria: ['评分项', 'Criteria'],
  criterion: ['评分项', 'Criterion'],
  points: ['分值', 'Points'],
  fatal: ['致命差错', 'Fatal errors'],
  fatalEffect: ['后果', 'Effect'],
  passes: ['合格线', 'Passes from'],
  appealWithin: ['申诉期限', 'Time to appeal'],
  appealCalendar: ['按日历', 'By the calendar'],
  note: ['扣分原因', 'Why points are lost'],
  remark: ['说明', 'Remark'],
  reason: ['理由', 'Reason'],
  give: ['提交评分', 'Submit the score'],
  giveInstead: ['改判', 'Give another score'],
  total: ['合计', 'Total'],
  strata: ['抽样层', 'Strata'],
  takeCount: ['每人件数', 'Of each agent'],
  takeShare: ['每人比例（0–1）', 'Share of each agent (0–1)'],
  takesCount: ['每人 {n} 件', '{n} of each agent'],
  takesShare: ['每人 {n}%', '{n} % of each agent'],
  period: ['周期', 'Period'],
  rule: ['抽样规则', 'Rule'],
  seed: ['随机种子', 'Seed'],
  drawnAt: ['抽取时间', 'Drawn'],
  drawnBy: ['抽取人', 'Drawn by'],
  inspections: ['抽中', 'Drawn pieces'],
  outOf: ['{taken} / {population}', '{taken} of {population}'],
  draw: ['抽取样本', 'Draw a sample'],
  redraw: ['重抽验证', 'Draw again'],
  isSame: ['重抽结果一致，种子由系统给出', 'It comes to the same, and the seed is the system’s'],
  isNotSame: ['重抽结果不一致', 'It does not come to the same'],
  counted: ['件数', 'Inspections'],
  byMonth: ['月份', 'Month'],
  average: ['得分率', 'Average'],
  granted: ['申诉成立', 'Appeals granted'],
  openCalibration: ['发起校准', 'Open a calibration'],
  noCalibrations: ['还没有校准', 'No calibrations'],
  given: ['已评', 'Scored'],
  openedAt: ['发起时间', 'Opened'],
  blind: ['结束前只看得到自己的评分', 'Until it is closed one’s own scores alone show'],
  agreement: ['一致性', 'Agreement'],
  exact: ['完全一致', 'Same score'],
  alpha: ['Krippendorff α', 'Krippendorff’s α'],
  alphaMeans: [
    'α 为 1 时完全一致，0 相当于随机；只有一个值时不计算。分值按等距、致命差错按类别计算。',
    'α is 1 where all agree and 0 where they agree as by chance; of one value there is none. Points count by distance, fatal errors as same or not.',
  ],
  noSamples: ['还没有样本', 'No samples'],
} satisfies Pairs;

/** What an agent did, by wire name. */
export const workWords = {
  registration: ['受理登记', 'Registration'],
  answer: ['当场答复', 'Answer'],
  reply: ['回复', 'Reply'],
  dissatisfied: ['不满意回访', 'Dissatisfied caller'],
} satisfies Pairs;

export const inspectionStatusWords = {
  'to-score': ['待评分', 'To be scored'],
  scored: ['已评分', 'Scored'],
  appealed: ['申诉中', 'Appealed'],
  decided: ['已裁定', 'Decided'],
  excused: ['免评', 'Excused'],
} satisfies Pairs;

export const fatalEffectWords = {
  zero: ['记零分', 'No points at all'],
  fail: ['不合格', 'Does not pass'],
} satisfies Pairs;

export const appealOutcomeWords = {
  granted: ['申诉成立', 'Granted'],
  dismissed: ['维持原评分', 'The score stands'],
} satisfies Pairs;

export const calibrationStatusWords = {
  scoring: ['评分中', 'Being scored'],
  closed: ['已结束', 'Closed'],
} satisfies Pairs;

export const calibrationStepWords = {
  score: ['评分', 'Score'],
  close: ['结束并公开评分', 'Close, and show the scores'],
} satisfies Pairs;

/** Steps of an inspection by their names in the API. */
export const inspectionStepWords = {
  score: ['评分', 'Score'],
  appeal: ['申诉', 'Appeal'],
  'grant-appeal': ['改判', 'Grant the appeal'],
  'dismiss-appeal': ['维持原评分', 'Dismiss the appeal'],
  assign: ['改派质检员', 'Another inspector'],
  excuse: ['免评', 'Excuse it'],
} satisfies Pairs;

/** Its events by their wire names. */
export const inspectionEventWords = {
  InspectionOpened: ['抽中', 'Drawn'],
  InspectionAssigned: ['改派质检员', 'Given to another inspector'],
  InspectionScored: ['评分', 'Scored'],
  InspectionAppealed: ['申诉', 'Appealed'],
  AppealDismissed: ['维持原评分', 'The score stands'],
  AppealGranted: ['改判', 'Another score'],
  InspectionExcused: ['免评', 'Excused'],
} satisfies Pairs;
