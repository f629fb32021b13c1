import type { Mail, MailEvent, MailEvents } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Where this attempt put the bytes, and what it found of them: a retry puts them elsewhere, and the first place stands. */
export type KeptMail = Omit<MailEvents['MailReceived'], 'mailbox'>;

/** R1.5: the same mail never arrives twice, from whichever process and after whatever crash. */
export function receiveMailAs(kept: KeptMail): Decide<{ readonly mailbox: string }, Mail, MailEvent> {
  return ({ mailbox }, mail) =>
    mail ? rejected('mail-already-received') : [{ type: 'MailReceived', data: { ...kept, mailbox } }];
}
