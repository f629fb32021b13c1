import type { Pairs } from './pair.ts';

/** What the page of the confidentiality undertaking says. */
export const undertakingWords = {
  lead: ['每年签署一次。', 'Signed once a year.'],
  text: ['承诺内容', 'What one undertakes'],
  edition: ['版本 {n}', 'Edition {n}'],
  missing: ['尚未签署', 'Not signed yet'],
  signed: ['已签署，有效至 {t}', 'Signed, good until {t}'],
  expired: ['已于 {t} 到期，请重新签署', 'It ended on {t}: sign it again'],
  read: ['我已阅读并承诺遵守', 'I have read it, and I undertake to keep it'],
  sign: ['签署', 'Sign'],
  staff: ['员工签署情况', 'Who has signed'],
  onlyMissing: ['只看未签署和已到期的', 'Only those who have not, or no longer'],
  signedAt: ['签署时间', 'Signed'],
  validUntil: ['有效至', 'Good until'],
  state: ['状态', 'State'],
  everybody: ['全部已签署', 'Everybody has signed'],
} satisfies Pairs;

export const undertakingStateWords = {
  missing: ['未签署', 'Not signed'],
  signed: ['有效', 'In force'],
  expired: ['已到期', 'Ended'],
} satisfies Pairs;
