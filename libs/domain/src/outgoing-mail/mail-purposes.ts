/** What a mail to a caller is for; each has its template, `mail-{purpose}`. */
export const mailPurposes = ['acknowledgement', 'reply', 'survey', 'question', 'notice'] as const;
export type MailPurpose = (typeof mailPurposes)[number];
