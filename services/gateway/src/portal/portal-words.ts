import { kindWords, type Pair } from '@ledgerline/contracts';

export type PortalLanguage = 'zh' | 'en';

export const portalWords = {
  title: ['客户服务', 'Customer service'],
  home: ['首页', 'Home'],
  homeLead: [
    '您可以在这里提交诉求，或用工单号和查询码查看处理情况。',
    'Tell us about your matter here, or follow it with its number and secret.',
  ],
  other: ['English', '中文'],
  skip: ['跳到内容', 'Skip to content'],
  submit: ['提交诉求', 'Submit a matter'],
  follow: ['查询进度', 'Follow a matter'],
  results: ['公开结果', 'Published results'],
  kind: ['类别', 'Kind'],
  item: ['事项', 'What it is about'],
  subject: ['主题', 'Subject'],
  description: ['诉求内容', 'What happened'],
  name: ['姓名', 'Your name'],
  phone: ['电话', 'Phone'],
  email: ['邮箱', 'E-mail'],
  anonymous: ['匿名提交', 'Without my name'],
  contactHint: [
    '电话或邮箱至少填一项，便于我们回复您；匿名提交时可以不填。',
    'A phone number or an e-mail address, so that we can answer; neither is needed without your name.',
  ],
  attachments: ['附件', 'Attachments'],
  filesHint: ['最多 {n} 个文件，每个不超过 {mb} MB', 'Up to {n} files of {mb} MB each'],
  tooManyFiles: ['文件太多', 'Too many files'],
  fileTooLarge: ['有文件太大', 'A file is too large'],
  notAFile: ['有文件的类型无法识别', 'A file is of no known kind'],
  chooseAgain: ['如需附件，请重新选择', 'Please choose the files again, if they belong to it'],
  broken: ['提交的内容没有完整收到，请再试一次', 'What was sent did not arrive as a whole; please try again'],
  optional: ['选填', 'optional'],
  sum: ['请回答：{a} 加 {b} 等于多少？', 'Please answer: what is {a} plus {b}?'],
  sumHint: ['用来区分真人与程序。启用脚本时会自动完成。', 'To tell people from programs; done by itself where scripts run.'],
  send: ['提交', 'Send'],
  faults: ['有内容需要更正', 'Something has to be corrected'],
  required: ['请填写', 'Please fill this in'],
  choose: ['请选择', 'Please choose'],
  contactMissing: [
    '请填写电话或邮箱，或选择匿名提交',
    'Please give a phone number or an e-mail address, or choose “without my name”',
  ],
  notAnEmail: ['不是有效的邮箱地址', 'This is not an e-mail address'],
  tooLong: ['内容太长', 'This is too long'],
  wrongSum: ['答案不对，请再试一次', 'That is not the sum; please try again'],
  stale: ['页面已过期，请再提交一次，您填写的内容已保留', 'The page was too old; please send it again. What you wrote is kept'],
  tooMany: ['提交次数过多，请稍后再试', 'Too many attempts; please try again later'],
  unavailable: [
    '服务暂时不可用，请稍后再试，您填写的内容已保留',
    'The service is not available now; please try again. What you wrote is kept',
  ],
  done: ['您的诉求已登记', 'Your matter is registered'],
  doneLead: ['请记下工单号和查询码，查询进度时需要。', 'Write the number and the secret down: you need both to follow it.'],
  number: ['工单号', 'Number'],
  secret: ['查询码', 'Secret'],
  wrongSecret: ['工单号或查询码不正确', 'The number or the secret is wrong'],
  leave: ['退出查询', 'Leave'],
  status: ['状态', 'Status'],
  steps: ['处理经过', 'What happened so far'],
  replies: ['给您的回复', 'Our answers'],
  notices: ['通知', 'Notices'],
  questions: ['需要您补充', 'We ask you'],
  answer: ['您的答复', 'Your answer'],
  messages: ['您的补充', 'What you added'],
  addMessage: ['补充说明', 'Add something'],
  survey: ['满意度评价', 'Your opinion'],
  surveyDone: ['感谢您的评价。', 'Thank you for your opinion.'],
  outcome: ['处理结果', 'The outcome'],
  service: ['服务态度', 'The service'],
  timeliness: ['办理时效', 'The time it took'],
  comment: ['意见', 'Comment'],
  satisfied: ['5 非常满意', '5 very satisfied'],
  dissatisfied: ['1 非常不满意', '1 very dissatisfied'],
  withdraw: ['撤回诉求', 'Withdraw the matter'],
  withdrawReason: ['撤回理由', 'Why'],
  information: ['市场信息', 'News and offers'],
  noInformation: ['目前没有市场信息。', 'There is nothing new at present.'],
  noResults: ['目前没有公开的处理结果。', 'No results are published at present.'],
  older: ['更早', 'Older'],
  erased: ['（已清除）', '(erased)'],
  registeredAt: ['登记时间', 'Registered'],
  refused: ['暂时无法处理：{code}', 'This could not be done: {code}'],
} satisfies Readonly<Record<string, Pair>>;

export type PortalWord = keyof typeof portalWords;
export type Say = (word: PortalWord, facts?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: PortalLanguage): Say {
  return (word, facts = {}) =>
    portalWords[word][language === 'zh' ? 0 : 1].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

const states: Readonly<Record<string, Pair>> = {
  registered: ['已登记', 'Registered'],
  dispatched: ['已派单', 'Sent to the department'],
  'in-progress': ['办理中', 'In progress'],
  completed: ['已办结', 'Completed'],
  closed: ['已结案', 'Closed'],
  archived: ['已归档', 'Archived'],
  refused: ['不予受理', 'Refused'],
  withdrawn: ['已撤回', 'Withdrawn'],
  answered: ['已答复', 'Answered'],
  replied: ['已回复', 'Replied'],
  reopened: ['重新办理', 'Reopened'],
  'handled again': ['重新办理', 'Handled again'],
};

/** What callers choose from, in the words of everybody else. */
const offeredKinds = [
  'product-enquiry', 'after-sale', 'fault-repair', 'complaint', 'opinion', 'request', 'report-wrongdoing', 'praise', 'other',
] as const; // prettier-ignore
export const kindsInWords: Readonly<Record<string, Pair>> = Object.fromEntries(
  offeredKinds.map((kind) => [kind, kindWords[kind]]),
);

export function inWords(pairs: Readonly<Record<string, Pair>>, word: string, language: PortalLanguage): string {
  return pairs[word]?.[language === 'zh' ? 0 : 1] ?? word;
}

/** A state or step of the caller's view. */
export function stateInWords(step: string, language: PortalLanguage): string {
  const until = /^extended until (.+)$/.exec(step)?.[1];
  if (until !== undefined)
    return language === 'zh' ? `办理时间延长至 ${until.slice(0, 10)}` : `Extended until ${until.slice(0, 10)}`;
  return inWords(states, step, language);
}
