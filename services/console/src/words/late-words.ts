import type { Pairs } from './pair.ts';

/** What the page of late entries says. */
export const lateWords = {
  lead: [
    '停机期间记在纸上的诉求，按原来的时间补录，每行一件。整份表格可以重复上传：已登记的行不会重复登记。',
    'What was written on paper while the system was away is registered with its own times, one ticket a row. The whole table can be sent again: rows that are known are not registered twice.',
  ],
  file: ['CSV 文件（UTF-8，最多 2000 行、8 MB）', 'CSV, UTF-8, at most 2,000 rows and 8 MB'],
  choose: ['选择文件', 'Choose a file'],
  template: ['下载模板', 'Download a template'],
  send: ['上传并登记', 'Send and register'],
  sending: ['正在登记…', 'Registering…'],
  outcome: ['共 {n} 行：登记 {a}，已有 {b}，被拒 {c}', '{n} rows: {a} registered, {b} known already, {c} refused'],
  onlyRefused: ['只看被拒的行', 'Refused rows alone'],
  line: ['行', 'Line'],
  reference: ['纸上编号', 'Number on the paper'],
  state: ['结果', 'Outcome'],
  faults: ['问题', 'What is wrong'],
  registered: ['已登记', 'Registered'],
  repeated: ['已有', 'Known already'],
  refused: ['被拒', 'Refused'],
  invalidRow: ['有内容需要更正', 'Something has to be corrected'],
  'invalid-reference': ['纸上编号须为 1–100 个可见 ASCII 字符', 'The number on the paper has 1 to 100 visible ASCII characters'],
  brokenRow: ['这一行不是有效的 CSV', 'This row is not valid CSV'],
  allGood: ['没有被拒的行', 'No row was refused'],
  keep: ['请更正后把整份表格再上传一次', 'Mend these rows and send the whole table again'],
} satisfies Pairs;

/** Columns of the table, as people know them. */
export const columnWords = {
  reference: ['纸上编号', 'Number on the paper'],
  occurredAt: ['发生时间', 'When it happened'],
  channel: ['渠道', 'Channel'],
  kind: ['类别', 'Kind'],
  level: ['级别', 'Level'],
  item: ['事项', 'Item'],
  subject: ['主题', 'Subject'],
  description: ['诉求内容', 'Description'],
  callerName: ['来电人姓名', 'Caller’s name'],
  callerPhone: ['来电人电话', 'Caller’s phone'],
  callerEmail: ['来电人邮箱', 'Caller’s e-mail'],
  callerAccount: ['来电人账号', 'Caller’s account'],
  anonymous: ['匿名', 'Anonymous'],
  address: ['地址', 'Address'],
  latitude: ['纬度', 'Latitude'],
  longitude: ['经度', 'Longitude'],
  district: ['区域', 'District'],
  product: ['产品', 'Product'],
  confidential: ['保密', 'Confidential'],
  aboutDepartment: ['涉及部门', 'About department'],
  aboutPerson: ['涉及人员', 'About person'],
  caller: ['来电人', 'Caller'],
} satisfies Pairs;
