import type { Pairs } from './pair.ts';

/** What the pages of the equipment register say (R12). */
export const equipmentWords = {
  lead: [
    '呼叫中心的设备：在哪里、由谁负责、有什么故障、下次维护在何时。任何人发现故障都可以报修。',
    'What the centre works with: where it is, who sees to it, what is wrong with it, and when it is maintained next. Anybody reports a fault.',
  ],
  register: ['登记设备', 'Register an item'],
  search: ['搜索设备', 'Search equipment'],
  none: ['没有设备', 'No equipment'],
  due: ['待维护', 'Due next'],
  faulty: ['故障', 'Faulty'],
  inRepair: ['维修中', 'Being repaired'],
  mine: ['我负责的', 'Mine'],
  writtenOff: ['已报废', 'Written off'],
  all: ['全部', 'All'],
  code: ['编号', 'Code'],
  name: ['名称', 'Name'],
  kind: ['类别', 'Kind'],
  site: ['分中心', 'Site'],
  place: ['位置', 'Place'],
  responsible: ['负责人', 'Responsible'],
  serialNumber: ['序列号', 'Serial number'],
  supplier: ['供应商', 'Supplier'],
  warrantyUntil: ['保修至', 'Warranty until'],
  calendar: ['日历', 'Calendar'],
  next: ['下次维护', 'Next maintenance'],
  openFaults: ['未修复故障', 'Open faults'],
  faults: ['故障', 'Faults'],
  noFaults: ['没有故障记录', 'No faults'],
  stops: ['无法使用', 'Cannot be used'],
  expectedOn: ['预计 {date} 修复', 'Expected on {date}'],
  plans: ['维护计划', 'Maintenance'],
  noPlans: ['没有维护计划', 'No maintenance planned'],
  everyDays: ['每 {n} 天', 'Every {n} days'],
  everyMonths: ['每 {n} 个月', 'Every {n} months'],
  onDates: ['按日期：{dates}', 'On {dates}'],
  dueOn: ['应于 {date} 维护', 'Due on {date}'],
  plannedOn: ['（计划日 {date} 为休息日）', '(planned for {date}, a day off)'],
  lastDoneOn: ['上次 {date}', 'Last done on {date}'],
  finished: ['已全部完成', 'All done'],
  planEnded: ['已停止', 'Ended'],
  history: ['经过', 'What happened'],
} satisfies Pairs;

export const equipmentStateWords = {
  'in-service': ['正常使用', 'In service'],
  faulty: ['故障', 'Faulty'],
  'in-repair': ['维修中', 'Being repaired'],
  'written-off': ['已报废', 'Written off'],
} satisfies Pairs;

export const faultStateWords = {
  reported: ['待处理', 'Reported'],
  'taken-on': ['处理中', 'Taken on'],
  mended: ['已修复', 'Mended'],
  'written-off': ['随设备报废', 'Written off with the item'],
} satisfies Pairs;

/** Kinds of equipment that a call centre has; the house can name others by a code of its own. */
export const equipmentKindWords = {
  headset: ['耳机', 'Headset'],
  phone: ['话机', 'Telephone'],
  computer: ['电脑', 'Computer'],
  display: ['显示屏', 'Display'],
  printer: ['打印机', 'Printer'],
  telephony: ['交换机与语音网关', 'Telephone system'],
  recorder: ['录音设备', 'Recorder'],
  network: ['网络设备', 'Network'],
  server: ['服务器', 'Server'],
  power: ['不间断电源', 'Uninterruptible power'],
  climate: ['空调', 'Air conditioning'],
  furniture: ['家具', 'Furniture'],
} satisfies Pairs;

/** Steps by their names in the API. */
export const equipmentStepWords = {
  'report-fault': ['报修', 'Report a fault'],
  'take-on-fault': ['接单处理', 'Take it on'],
  'mend-fault': ['登记修复', 'Mended'],
  'record-maintenance': ['登记维护', 'Record maintenance'],
  'plan-maintenance': ['制定维护计划', 'Plan maintenance'],
  'revise-maintenance': ['修改计划', 'Revise the plan'],
  'end-maintenance': ['停止计划', 'End the plan'],
  change: ['修改', 'Change'],
  'write-off': ['报废', 'Write off'],
  'bring-back': ['恢复使用', 'Bring back'],
} satisfies Pairs;

/** Events by their wire names. */
export const equipmentEventWords = {
  EquipmentRegistered: ['登记', 'Registered'],
  EquipmentChanged: ['修改', 'Changed'],
  EquipmentWrittenOff: ['报废', 'Written off'],
  EquipmentBroughtBack: ['恢复使用', 'Brought back'],
  FaultReported: ['报修', 'A fault was reported'],
  FaultTakenOn: ['接单处理', 'A fault was taken on'],
  FaultMended: ['修复', 'A fault was mended'],
  MaintenancePlanned: ['制定维护计划', 'Maintenance was planned'],
  MaintenanceRevised: ['修改维护计划', 'A plan was revised'],
  MaintenanceEnded: ['停止维护计划', 'A plan was ended'],
  MaintenanceRecorded: ['完成维护', 'Maintenance was done'],
  MaintenanceReminded: ['提醒维护', 'Somebody was reminded of maintenance'],
} satisfies Pairs;

/** Members of the bodies of its calls. */
export const equipmentFieldWords = {
  'equipment.code': ['编号（标签上的）', 'Code (as on the label)'],
  'equipment.kind': ['类别', 'Kind'],
  'change.kind': ['类别', 'Kind'],
  'equipment.name': ['名称', 'Name'],
  place: ['位置', 'Place'],
  responsible: ['负责人', 'Responsible'],
  serialNumber: ['序列号', 'Serial number'],
  supplier: ['供应商', 'Supplier'],
  warrantyUntil: ['保修至', 'Warranty until'],
  'report-fault.text': ['有什么故障', 'What is wrong'],
  stops: ['无法使用', 'It cannot be used'],
  'take-on-fault.note': ['由谁修理、如何修理', 'Who repairs it, and how'],
  expectedOn: ['预计修复日期', 'Expected on'],
  'mend-fault.text': ['做了什么', 'What was done'],
  'record-maintenance.on': ['维护日期', 'Done on'],
  'record-maintenance.text': ['做了什么、发现了什么', 'What was done and found'],
  'plan-maintenance.title': ['维护内容', 'What is to be done'],
  'revise-maintenance.title': ['维护内容', 'What is to be done'],
  everyDays: ['每隔多少天', 'Every so many days'],
  everyMonths: ['或每隔多少个月', 'Or every so many months'],
  firstOn: ['首次日期（按间隔时）', 'First on (of an interval)'],
  'plan-maintenance.dates': ['或按日期（如 2026-09-01）', 'Or on dates (as 2026-09-01)'],
  'revise-maintenance.dates': ['或按日期（如 2026-09-01）', 'Or on dates (as 2026-09-01)'],
  remindDays: ['提前几天提醒（缺省为 7 和 1）', 'Days before on which to remind (7 and 1 unless given)'],
  remindTime: ['提醒时刻（缺省为 09:00）', 'Time of reminders (09:00 unless given)'],
} satisfies Pairs;

/** Why something about equipment is refused. */
export const equipmentRefusalWords = {
  'equipment-exists': ['该编号的设备已登记', 'There is an item with this code'],
  'equipment-not-found': ['没有此设备', 'There is no such item'],
  'equipment-is-written-off': ['设备已报废', 'It is written off'],
  'equipment-is-in-use': ['设备未报废', 'It is not written off'],
  'not-responsible-for-it': ['由设备负责人或系统管理员处理', 'Whoever is responsible for it does that, or an administrator'],
  'unknown-person': ['没有此人的账号', 'There is no such account'],
  'nothing-is-faulty': ['没有未修复的故障', 'Nothing is faulty'],
  'no-such-fault': ['没有此故障', 'There is no such fault'],
  'fault-is-not-open': ['故障已处理完', 'The fault is not open any more'],
  'too-many-faults': ['故障记录过多，请报废或另行登记', 'Too many faults; write it off'],
  'too-many-plans': ['维护计划过多', 'Too many plans'],
  'no-maintenance-planned': ['没有进行中的维护计划', 'No maintenance is planned'],
  'no-such-plan': ['没有此维护计划', 'There is no such plan'],
  'plan-has-ended': ['维护计划已停止', 'The plan has ended'],
  'nothing-left-of-the-plan': ['计划的日期已全部完成', 'Nothing is left of the plan'],
  'one-schedule-only': ['按天、按月、按日期三者选一', 'One of days, months or dates'],
  'date-has-passed': ['日期已过', 'The date has passed'],
  'maintenance-was-done-later': ['已有更晚的维护记录', 'It was done later than that already'],
} satisfies Pairs;
