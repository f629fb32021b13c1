import { openMailboxes, untilAborted, type Ledgerline } from '@ledgerline/host';
import { readMailbox } from './read-mailbox.js';

/** R1.1: every mailbox that the configuration names, each by itself: one whose server is away holds up no other. */
export async function readMailboxes(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const mailboxes = await openMailboxes(ledgerline.configuration);
  if (mailboxes.length === 0) return untilAborted(signal);
  await Promise.all(mailboxes.map((mailbox) => readMailbox(mailbox, ledgerline, signal)));
}
