import type { Pairs } from './pair.ts';

/** What the pages of rosters say (R12). */
export const rosterWords = {
  lead: [
    '谁在哪一天上什么班。班长和部门经理为本部门排班，发布后每个人看到自己的班；发布后的变动须申请、由对方同意、由班长批准。',
    'Who works which shift on which day. Team leaders and managers plan their own departments; once published everybody sees their own days, and changes are asked for, agreed to and approved.',
  ],
  open: ['新建排班表', 'Begin a roster'],
  none: ['没有排班表', 'No rosters'],
  month: ['月份', 'Month'],
  published: ['已发布至 {date}', 'Published through {date}'],
  draft: ['未发布', 'Draft'],
  edition: ['第 {n} 版', 'Edition {n}'],
  people: ['人数', 'People'],
  toDecide: ['待审批 {n}', '{n} to decide'],
  mine: ['我的班次（未来两周）', 'My shifts (the next two weeks)'],
  noneOfMine: ['没有已发布的班次', 'No published shifts'],
  calendarFile: ['导入日历（iCalendar）', 'As a calendar (iCalendar)'],
  onNow: ['当班', 'On now'],
  nobodyOn: ['现在没有人当班', 'Nobody is on now'],
  missing: ['未到岗', 'Missing'],
  away: ['缺勤', 'Away'],
  dayOff: ['休', 'Off'],
  dayOffLong: ['休息日', 'Day off'],
  nobodyPlanned: ['还没有人在表上', 'Nobody is on it yet'],
  notPlanned: ['未排', 'Not planned'],
  holiday: ['节假日', 'Holiday'],
  makeUp: ['调休上班', 'Make-up workday'],
  addPerson: ['加入人员', 'Add somebody'],
  importTable: ['导入 CSV', 'Import CSV'],
  exportTable: ['导出 CSV', 'Export CSV'],
  tableFaults: ['表格有错，一行也没有导入', 'The table has faults; nothing of it was taken in'],
  line: ['第 {n} 行', 'Line {n}'],
  coverage: ['在岗人数（每半小时）', 'How many are there, by half hours'],
  short: ['人数不足', 'Too few'],
  enough: ['人数足够', 'Enough'],
  findings: ['规则提示', 'What the rules say'],
  law: ['法定', 'Law'],
  rule: ['提示', 'Warning'],
  hours: ['{n} 小时', '{n} h'],
  noFindings: ['没有提示', 'Nothing'],
  days: ['{n} 天', '{n} days'],
  times: ['{n} 次', '{n} times'],
  changes: ['换班与变动申请', 'Swaps and changes asked for'],
  noChanges: ['没有申请', 'Nothing is asked for'],
  swapWith: ['与 {name} 换班', 'Swaps with {name}'],
  asksFor: ['申请改为 {shifts}', 'Asks for {shifts}'],
  askForChange: ['申请换班或变动', 'Ask for a swap or a change'],
  myDay: ['我的哪一天', 'Which of my days'],
  withWhom: ['与谁换（不选则申请变动）', 'With whom (nobody: ask for a change)'],
  theirDay: ['换对方的哪一天（缺省为同一天）', 'Which of theirs (the same day unless given)'],
  instead: ['改为', 'Instead'],
  shifts: ['班次', 'Shifts'],
  setShifts: ['设置班次', 'Set shifts'],
  shiftsOfSite: ['沿用分中心的班次', 'As the site has them'],
  shiftCode: ['代码', 'Code'],
  asCode: ['小写字母开头，小写字母、数字、连字符', 'Lower-case letters, digits and hyphens, a letter first'],
  asTime: ['如 08:00', 'As 08:00'],
  shiftName: ['名称', 'Name'],
  start: ['开始', 'Start'],
  end: ['结束', 'End'],
  breakFrom: ['休息自', 'Break from'],
  breakTo: ['至', 'to'],
  addShift: ['加一个班次', 'Add a shift'],
  staffing: ['最低人数', 'How many at least'],
  addStaffing: ['加一个时段', 'Add a span'],
  onWhichDays: ['哪些天', 'On which days'],
  least: ['至少几人', 'At least'],
  minimumRest: ['两班之间至少休息（小时）', 'Rest between shifts, hours at least'],
  comprehensive: ['已获批综合计算工时制（仅系统管理员）', 'Comprehensive working hours approved (administrators)'],
  save: ['保存', 'Save'],
  history: ['经过', 'What happened'],
  amendReason: ['已发布，请写明变动理由', 'It is published: say why it changes'],
} satisfies Pairs;

export const staffingDayWords = {
  'every-day': ['每天', 'Every day'],
  'working-days': ['工作日', 'Working days'],
  'days-off': ['休息日与节假日', 'Days off'],
} satisfies Pairs;

export const findingWords = {
  'over-eleven-hours': ['一天工作超过 11 小时（劳动法第四十一条）', 'More than 11 hours a day (Labour Law, 41)'],
  'no-day-off-in-week': ['一周没有休息日（劳动法第三十八条）', 'A week without a day off (Labour Law, 38)'],
  'over-eight-hours': ['一天工作超过 8 小时，属加班', 'More than 8 hours a day: overtime'],
  'over-forty-hours': ['一周工作超过 40 小时，属加班', 'More than 40 hours a week: overtime'],
  'over-thirty-six-hours-of-overtime': [
    '本月加班超过 36 小时（劳动法第四十一条）',
    'More than 36 hours of overtime a month (Labour Law, 41)',
  ],
  'rest-too-short': ['两班之间休息不足', 'Too little rest between shifts'],
  'day-not-planned': ['有日子没有排', 'Days are not planned'],
  understaffed: ['有时段人数不足', 'Too few people for some half hours'],
} satisfies Pairs;

export const rosterChangeStateWords = {
  asked: ['待对方同意', 'Waits for the colleague'],
  agreed: ['待审批', 'Waits for approval'],
  declined: ['对方不同意', 'Declined'],
  approved: ['已批准', 'Approved'],
  refused: ['未批准', 'Refused'],
  withdrawn: ['已撤回', 'Withdrawn'],
} satisfies Pairs;

export const absenceWords = {
  leave: ['请假', 'On leave'],
  'half-day-leave': ['请假半天', 'Half a day’s leave'],
  'stood-in-for': ['由他人代理', 'Stood in for'],
} satisfies Pairs;

/** Steps by their names in the API. */
export const rosterStepWords = {
  publish: ['发布', 'Publish'],
  'agree-to-swap': ['同意换班', 'Agree'],
  'decline-swap': ['不同意', 'Decline'],
  'approve-change': ['批准', 'Approve'],
  'refuse-change': ['不批准', 'Refuse'],
  'withdraw-change': ['撤回', 'Withdraw'],
} satisfies Pairs;

/** Events by their wire names. */
export const rosterEventWords = {
  RosterOpened: ['新建', 'Begun'],
  RosterPlanned: ['排班', 'Planned'],
  RosterPublished: ['发布', 'Published'],
  RosterAmended: ['发布后变动', 'Amended'],
  RosterChangeRequested: ['申请变动', 'A change was asked for'],
  RosterChangeAgreed: ['对方同意', 'The colleague agreed'],
  RosterChangeDeclined: ['对方不同意', 'The colleague declined'],
  RosterChangeApproved: ['批准变动', 'A change was approved'],
  RosterChangeRefused: ['未批准变动', 'A change was refused'],
  RosterChangeWithdrawn: ['撤回申请', 'It is asked for no more'],
} satisfies Pairs;

/** Members of the bodies of its calls. */
export const rosterFieldWords = {
  month: ['月份（如 2026-03）', 'Month (as 2026-03)'],
  through: ['发布至（缺省为整月）', 'Through (the whole month unless given)'],
} satisfies Pairs;

/** Why something about rosters is refused. */
export const rosterRefusalWords = {
  'roster-not-found': ['没有此排班表', 'There is no such roster'],
  'roster-exists': ['该部门本月已有排班表', 'There is a roster of this department and month'],
  'shift-book-not-found': ['没有此部门或分中心', 'There is no such department or site'],
  'comprehensive-hours-are-the-administrators': [
    '综合计算工时制由系统管理员登记',
    'An administrator says that comprehensive hours were approved',
  ],
  'shift-named-twice': ['班次代码重复', 'A shift is named twice'],
  'break-outside-the-shift': ['休息时间不在班次之内', 'A break lies outside its shift'],
  'not-within-the-month': ['不在本月之内', 'Not within the month'],
  'day-is-published': ['该日已发布', 'The day is published'],
  'day-is-not-published': ['该日尚未发布', 'The day is not published'],
  'nothing-planned': ['没有排任何班', 'Nothing is planned'],
  'roster-table-has-faults': ['表格有错', 'The table has faults'],
  'roster-breaks-the-law': ['排班违反法定工时或休息日', 'It breaks the law on hours or days off'],
  'unknown-shift': ['没有此班次', 'There is no such shift'],
  'too-many-people': ['人数过多', 'Too many people'],
  'shifts-overlap': ['同一人的班次重叠', 'Somebody’s shifts overlap'],
  'not-of-the-department': ['此人不属于该部门', 'They do not work in the department'],
  'person-named-twice': ['同一人出现两次', 'Somebody is named twice'],
  'not-asked-of-you': ['不是向您提出的申请', 'It was not asked of you'],
  'request-is-decided': ['申请已有结果', 'It is decided'],
  'swaps-with-themselves': ['不能与自己换班', 'Nobody swaps with themselves'],
  'not-on-the-roster': ['该日没有排班', 'Nothing is planned for them on the day'],
  'too-many-changes': ['申请过多', 'Too many changes'],
  'change-already-asked': ['该日已有申请', 'Something is asked for that day already'],
  'not-agreed-yet': ['对方尚未同意', 'The colleague has not agreed yet'],
} satisfies Pairs;
