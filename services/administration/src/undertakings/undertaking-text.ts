/** What staff sign. Another wording is another edition: who signed an older one keeps it for its year. */
export const undertakingText = {
  edition: '2026-1',
  zh: '本人承诺：对工作中知悉的来电人身份、联系方式、诉求内容、录音和商业秘密予以保密，仅在办理工单所需的范围内查看和使用，不复制、不外传、不用于其他目的；离岗后继续保密。知悉查看保密工单会被记录。',
  en: 'I undertake to keep confidential the identities, contact details, matters and recordings of callers and the commercial secrets that I learn at work; to look at and use them only as far as handling a ticket needs; not to copy them, pass them on or use them for anything else; and to go on doing so after I leave. I know that looking at confidential tickets is recorded.',
} as const;
