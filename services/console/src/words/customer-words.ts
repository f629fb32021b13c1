import type { Pairs } from './pair.ts';

/** What the pages of customers say about one being the same as another. */
export const customerWords = {
  merge: ['合并到其他客户', 'Merge into another'],
  mergeHere: ['并入当前客户', 'Merge into this one'],
  mergeLead: [
    '合并后两位客户的往来一并显示，之后的来电也归在所选客户名下；随时可以撤销，撤销后各自恢复原样。',
    'What both called about is seen as one, and new contacts come under the one that you choose. It can be undone at any time; each then has their own again.',
  ],
  into: ['保留的客户', 'Who stays'],
  searchInto: ['输入电话、邮箱或姓名查找', 'Look for a number, an address or a name'],
  reason: ['理由', 'Why'],
  merged: ['已并入的客户', 'Merged into this customer'],
  unmerge: ['撤销合并', 'Undo the merge'],
  asMerged: ['该客户已并入当前显示的客户', 'This customer was merged into the one shown'],
  profile: ['客户资料', 'Profile'],
  describe: ['修改资料', 'Change the profile'],
  addEntry: ['添加', 'Add'],
  correctEntry: ['更正', 'Correct'],
  withdrawEntry: ['撤销', 'Withdraw'],
  nothingKept: ['还没有资料', 'Nothing is kept yet'],
  organisation: ['单位', 'Organisation'],
  preferredChannel: ['首选联系方式', 'Preferred channel'],
  language: ['语言', 'Language'],
  name: ['姓名', 'Name'],
  consents: ['同意与勿扰', 'Consent'],
  noConsents: ['没有同意任何用途', 'Nothing was agreed to'],
  giveConsent: ['登记同意', 'They agree'],
  withdrawConsent: ['登记撤回', 'They do not agree'],
  agreed: ['已同意', 'Agreed'],
  declined: ['不同意', 'Not agreed'],
  doNotCall: ['勿扰：不要致电', 'Do not call'],
  setDoNotCall: ['登记勿扰', 'They do not want to be called'],
  liftDoNotCall: ['解除勿扰', 'They may be called again'],
  alike: ['可能是同一位客户', 'Maybe the same customer'],
  notTheSame: ['不是同一位', 'Somebody else'],
} satisfies Pairs;

/** What a profile keeps several of. */
export const entryWords = {
  phone: ['电话', 'Phone'],
  email: ['邮箱', 'E-mail'],
  address: ['地址', 'Address'],
  product: ['产品', 'Product'],
  concern: ['关切', 'Concern'],
  suggestion: ['建议', 'Suggestion'],
  note: ['备注', 'Note'],
} satisfies Pairs;

/** For what, by what means and how somebody agrees. */
export const consentWords = {
  survey: ['回访调查', 'Surveys'],
  marketing: ['营销', 'Marketing'],
  phone: ['电话', 'Phone'],
  email: ['邮箱', 'E-mail'],
  sms: ['短信', 'SMS'],
  web: ['网页', 'Web page'],
  paper: ['纸质', 'On paper'],
  'in-person': ['当面', 'In person'],
} satisfies Pairs;

/** Why two look like one. */
export const alikeWords = {
  phone: ['电话相同', 'The same number'],
  email: ['邮箱相同', 'The same address'],
  account: ['账号相同', 'The same account'],
  'name-and-organisation': ['姓名和单位相同', 'The same name and organisation'],
} satisfies Pairs;
