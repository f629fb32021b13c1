import type { Letter } from '@ledgerline/kernel';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SmtpSettings } from './smtp-settings.js';

/**
 * A letter as it goes over the wire: one part of plain text, in UTF-8. The same letter is the same bytes. The composer takes line breaks out of the values of
 * fields, opens no file and asks no address.
 */
export function letterBytes(letter: Letter, { from, name }: Pick<SmtpSettings, 'from' | 'name'>): Promise<Buffer> {
  const { messageId, to, subject, text, date, answers, automatic } = letter;
  return new MailComposer({
    messageId,
    date: new Date(Temporal.Instant.from(date).epochMilliseconds),
    from: { name, address: from },
    to: { name: '', address: to },
    subject,
    text,
    ...(answers === undefined ? {} : { inReplyTo: answers, references: [answers] }),
    // RFC 3834; Exchange's word for the same; and our own, by which it is known where it comes back.
    headers: { 'Auto-Submitted': automatic, 'X-Auto-Response-Suppress': 'All', 'X-Loop': from },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  })
    .compile()
    .build();
}
