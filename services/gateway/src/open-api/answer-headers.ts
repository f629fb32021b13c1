/** What a header of an answer says. */
export const headerTexts = {
  'ETag': 'The version in quotes, to be sent back as `If-Match`',
  'Ledgerline-Position': 'Up to where in the log it goes',
  'Content-Disposition': 'Under which name to keep it',
  'Set-Cookie': 'The session, where the console asked for one (`Ledgerline-Session: cookie`)',
  'Retry-After': 'Seconds to wait where too much was asked, or a part is down (429, 503)',
  'WWW-Authenticate': 'How to sign in, where nobody is (401)',
} as const; // prettier-ignore
export type AnswerHeader = keyof typeof headerTexts;
