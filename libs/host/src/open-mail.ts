import type { Mailbox, Mailer, MailReader } from '@ledgerline/kernel';
import type { Configuration } from './configuration.js';

/** The mailboxes that the configuration names. What reads mail is loaded where there are any. */
export async function openMailboxes({ mailboxes }: Pick<Configuration, 'mailboxes'>): Promise<readonly Mailbox[]> {
  if (mailboxes.length === 0) return [];
  const { ImapMailbox } = await import('@ledgerline/adapter-mail');
  return mailboxes.map((settings) => new ImapMailbox(settings));
}

export async function openMailReader(): Promise<MailReader> {
  const { MailReaderThread } = await import('@ledgerline/adapter-mail');
  return new MailReaderThread();
}

/** The way out; undefined where the configuration names none. */
export async function openMailServer({ mailServer }: Pick<Configuration, 'mailServer'>): Promise<Mailer | undefined> {
  if (mailServer === undefined) return undefined;
  const { SmtpMailer } = await import('@ledgerline/adapter-mail');
  return new SmtpMailer(mailServer);
}
