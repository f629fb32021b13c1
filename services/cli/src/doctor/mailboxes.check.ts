import { openMailboxes, type Configuration } from '@ledgerline/host';
import { MailboxUnavailable } from '@ledgerline/kernel';
import { fail, ok, type Finding } from './finding.js';

const advice = 'correct LEDGERLINE_MAILBOXES, or see to its server; meanwhile its mails lie where they lie';

/** ADR 0037: signs in at each mailbox as the gateway does, and takes nothing. */
export async function checkMailboxes(configuration: Pick<Configuration, 'mailboxes'>): Promise<readonly Finding[]> {
  const mailboxes = await openMailboxes(configuration);
  return Promise.all(
    mailboxes.map(async (mailbox) => {
      const check = `mailbox ${mailbox.address}`;
      try {
        const open = await mailbox.open();
        try {
          const { count } = await open.waiting(0);
          return ok(check, `${count} ${count === 1 ? 'mail waits' : 'mails wait'}`);
        } finally {
          await open.close();
        }
      } catch (error) {
        if (!(error instanceof MailboxUnavailable)) throw error;
        return fail(check, error.message, advice);
      }
    }),
  );
}
