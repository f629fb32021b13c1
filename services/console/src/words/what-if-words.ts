import type { Pairs } from './pair.ts';

/** What the page says on which documents are tried on what really came. */
export const whatIfWords = {
  lead: [
    '选择另一版时限规则、工作日历或路由表，看它用在过去一段真实的工单上会怎样。不会改变任何数据。',
    'Choose another policy, calendar or routing table and see what it would have made of what really came. Nothing is changed.',
  ],
  policy: ['时限规则', 'Policy'],
  calendar: ['工作日历', 'Calendar'],
  routingTable: ['路由表', 'Routing table'],
  asItWas: ['照旧', 'As it was'],
  period: ['期间（不填为全部）', 'Period (all of it where empty)'],
  begin: ['开始试算', 'Try it'],
  cancel: ['停止', 'Stop'],
  running: ['正在试算：{a} / {n} 件', 'Trying: {a} of {n} tickets'],
  starting: ['正在准备…', 'Beginning…'],
  done: ['试算完成，用时 {t}', 'Done in {t}'],
  cancelled: ['已停止', 'Stopped'],
  failed: ['试算失败，请重试', 'It failed; try again'],
  gone: ['这次试算的结果已不在，请重新试算', 'The outcome of this comparison is no longer kept; try again'],
  chooseOne: ['请至少选择一份文件', 'Choose one document at least'],
  compared: ['共比较 {n} 件工单，{d} 件有差别', '{n} tickets compared, {d} of them differ'],
  noDifference: ['没有差别：结果与实际完全相同', 'No difference: all would have come out as it did'],
  byDepartment: ['各部门的时限', 'Clocks by department'],
  department: ['部门', 'Department'],
  clock: ['计时项', 'Clock'],
  clocks: ['时限数', 'Clocks'],
  keptBefore: ['实际按时', 'Kept'],
  keptAfter: ['试算按时', 'Would be kept'],
  brokenBefore: ['实际逾期', 'Broken'],
  brokenAfter: ['试算逾期', 'Would be broken'],
  change: ['逾期变化', 'More or fewer broken'],
  differing: ['有差别的工单', 'Tickets that differ'],
  explained: ['时限依据', 'Why its clocks are as they are'],
  all: ['全部', 'All'],
  before: ['实际', 'As it was'],
  after: ['试算', 'As it would be'],
  routes: ['派单去向', 'Where tickets would have gone'],
  routesLead: [
    '只比较首次派单；由人决定的不推测用时',
    'First routings alone; how long another department would have taken is not invented',
  ],
  was: ['实际派往', 'Went to'],
  wouldBe: ['试算派往', 'Would go to'],
  byPerson: ['由人派单', 'A person decides'],
  tickets: ['工单数', 'Tickets'],
  onlyDiffering: ['只看有差别的', 'Differing ones alone'],
  facts: ['条件', 'Facts'],
  none: ['（呼叫中心）', '(call centre)'],
} satisfies Pairs;

/** How a clock comes out. */
export const fateWords = {
  kept: ['按时', 'Kept'],
  broken: ['逾期', 'Broken'],
  other: ['进行中或取消', 'Open or cancelled'],
  none: ['不计时', 'Not counted'],
} satisfies Pairs;
