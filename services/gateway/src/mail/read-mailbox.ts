import { sleep, type Ledgerline } from '@ledgerline/host';
import { instantText, MailboxUnavailable, type Mailbox, type OpenMailbox } from '@ledgerline/kernel';
import { receiveMail } from './receive-mail.js';

/** Mails a look; and milliseconds before the next attempt after a failure, doubling. */
const [mostAtOnce, firstPause, longestPause] = [100, 1_000, 60_000];

/**
 * Reads one mailbox for as long as the process lives. A server that is away, or a log that takes nothing, is tried again after a pause that doubles;
 * meanwhile the mails lie where they lie. Several processes may read one mailbox: what a mail is called on record, both derive alike.
 */
export async function readMailbox(mailbox: Mailbox, ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  for (let pause = firstPause; !signal.aborted;) {
    const began = performance.now();
    try {
      await readWhileOpen(mailbox, ledgerline, signal);
    } catch (error) {
      tellFailure(error, mailbox, ledgerline);
    }
    if (performance.now() - began > longestPause) pause = firstPause;
    await sleep(pause, signal);
    pause = Math.min(pause * 2, longestPause);
  }
}

async function readWhileOpen(mailbox: Mailbox, ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const open = await mailbox.open();
  try {
    while (!signal.aborted) await lookOnce(mailbox, open, { ledgerline, signal });
  } finally {
    await open.close();
  }
}

async function lookOnce(
  { address }: Mailbox,
  open: OpenMailbox,
  { ledgerline, signal }: { readonly ledgerline: Ledgerline; readonly signal: AbortSignal },
): Promise<void> {
  const { count, mails } = await open.waiting(mostAtOnce);
  const report = (waiting: number) => {
    ledgerline.mailboxes.report({ address, lookedAt: instantText(ledgerline.clock.now()), waiting });
  };
  report(count);
  for (const [taken, mail] of mails.entries()) {
    if (signal.aborted) return;
    await receiveMail(mail, { address, mailbox: open }, ledgerline);
    report(count - taken - 1);
  }
  // What came while these were taken was told while nobody listened: it is looked for once more first.
  if (mails.length === 0) await open.change(ledgerline.configuration.mailboxSeconds * 1_000, signal);
}

/** Logged by its name and code: what else an error says may be the mail's own words. */
function tellFailure(error: unknown, { address }: Mailbox, { log, mailboxes }: Ledgerline): void {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  const why = error instanceof MailboxUnavailable ? error.message : (code ?? name ?? 'Error');
  mailboxes.fails(address, why);
  log.warn({ mailbox: address, why }, 'a mailbox cannot be read; it is tried again');
}
