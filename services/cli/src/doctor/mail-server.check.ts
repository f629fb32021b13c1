import { openMailServer, type Configuration } from '@ledgerline/host';
import { MailServerUnavailable } from '@ledgerline/kernel';
import { fail, ok, warn, type Finding } from './finding.js';

/** ADR 0045: signs in at the server that mails are handed to, and hands it none. */
export async function checkMailServer(
  configuration: Pick<Configuration, 'mailServer' | 'mailboxes'>,
): Promise<readonly Finding[]> {
  const mailer = await openMailServer(configuration);
  if (mailer === undefined) return [];
  const check = `mail server for ${mailer.address}`;
  try {
    await (await mailer.open()).close();
  } catch (error) {
    if (!(error instanceof MailServerUnavailable)) throw error;
    return [fail(check, error.message, 'correct LEDGERLINE_MAIL_SERVER, or see to the server; meanwhile mails wait')];
  }
  const isRead = configuration.mailboxes.some(({ address }) => address === mailer.address);
  return isRead
    ? [ok(check, 'it lets us in')]
    : [
        warn(
          check,
          'no mailbox of that address is read',
          'name it in LEDGERLINE_MAILBOXES: answers, and what cannot be delivered, come there',
        ),
      ];
}
