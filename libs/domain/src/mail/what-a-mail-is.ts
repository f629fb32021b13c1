import type { ParsedMail } from '@ledgerline/kernel';

/** Why a mail makes no ticket and gets no answer: whoever answered it would answer a program (RFC 3834). */
export const passedOver = ['bounce', 'auto-reply', 'receipt', 'bulk', 'loop'] as const;
export type PassedOver = (typeof passedOver)[number];

/** What it takes to be taken for somebody's words. */
export const unfit = ['no-sender', 'several-senders', 'no-readable-part', 'empty'] as const;
export type Unfit = (typeof unfit)[number];

export type WhatMailIs =
  | { readonly kind: 'words'; readonly sender: ParsedMail['from'][number] }
  | { readonly kind: 'passed-over'; readonly why: PassedOver }
  | { readonly kind: 'set-aside'; readonly why: Unfit };

/**
 * What came, from its header and form alone. A program's mail is told before anything is asked of its sender: a bounce has none.
 *
 * @param own addresses of the house's mailboxes, in lower case
 */
export function whatMailIs(mail: ParsedMail, own: ReadonlySet<string>): WhatMailIs {
  const why = whyPassedOver(mail, own);
  if (why !== undefined) return { kind: 'passed-over', why };
  const unfitFor = whyUnfit(mail);
  if (unfitFor !== undefined) return { kind: 'set-aside', why: unfitFor };
  return { kind: 'words', sender: mail.from[0] as ParsedMail['from'][number] };
}

/** Values of a field, each time that it stands there. */
function fieldsOf({ headers }: Pick<ParsedMail, 'headers'>, name: string): readonly string[] {
  return headers.flatMap(([field, value]) => (field === name ? [value] : []));
}

function whyPassedOver(mail: ParsedMail, own: ReadonlySet<string>): PassedOver | undefined {
  const report = /^multipart\/report\b.*?report-type="?([a-z-]+)/i
    .exec(fieldsOf(mail, 'content-type').join())?.[1]
    ?.toLowerCase();
  if (report === 'disposition-notification') return 'receipt';
  if (report === 'delivery-status' || isFromMailSystem(mail)) return 'bounce';
  if (isAutomatic(mail)) return 'auto-reply';
  if (hasWord(mail, 'precedence', /^(?:bulk|junk|list)$/i)) return 'bulk';
  if (isOurOwn(mail, own)) return 'loop';
  // RFC 5321, 4.5.5: what has no return path wants no answer; an automatic reply mostly, which says so in no other way.
  return hasWord(mail, 'return-path', /^<>$/) ? 'auto-reply' : undefined;
}

/** RFC 3834, 5: anything but `no` was not written by a person; before it, programs marked their replies each in its own way. */
function isAutomatic(mail: ParsedMail): boolean {
  if (fieldsOf(mail, 'auto-submitted').some((value) => !/^no\b/i.test(value))) return true;
  if (hasWord(mail, 'precedence', /^auto[-_]reply$/i)) return true;
  const marks = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoreply-from', 'x-mail-autoreply'];
  return marks.some((mark) => fieldsOf(mail, mark).some((value) => !/^(?:no|false)?$/i.test(value)));
}

function isFromMailSystem({ from }: ParsedMail): boolean {
  return /^mailer-daemon@/i.test(from[0]?.address ?? '');
}

/** From one of our mailboxes, or by way of one: answered, it would come again. */
function isOurOwn(mail: ParsedMail, own: ReadonlySet<string>): boolean {
  const senders = mail.from.map(({ address }) => address);
  return [...senders, ...fieldsOf(mail, 'x-loop')].some((address) => own.has(address.replaceAll(/^<|>$/g, '').toLowerCase()));
}

function whyUnfit(mail: ParsedMail): Unfit | undefined {
  // RFC 5322, 3.6: one From. Who writes two wants each reader to see another.
  if (fieldsOf(mail, 'from').length > 1) return 'several-senders';
  if (!isMailAddress(mail.from[0]?.address)) return 'no-sender';
  if (hasWord(mail, 'content-type', /^application\/ms-tnef\b/i)) return 'no-readable-part';
  return `${mail.text}${mail.subject}`.trim() === '' && mail.files.length === 0 ? 'empty' : undefined;
}

/** One that could be answered: with a host that has a domain. */
export function isMailAddress(address: string | undefined): boolean {
  return (
    address !== undefined &&
    address.length <= 254 &&
    /^[^\s<>@"(),;:\\[\]]+@[^\s<>@"(),;:\\[\]]+\.[^\s<>@"(),;:\\[\]]+$/u.test(address)
  );
}

function hasWord(mail: ParsedMail, name: string, word: RegExp): boolean {
  return fieldsOf(mail, name).some((value) => word.test(value.trim()));
}
