import type { OutgoingMail, OutgoingMailEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** What a report in a mailbox says of a mail. */
export interface Bounce {
  /** The report, as it came in. */
  readonly mail: string;
  /** Of which it knew what only its mails tell. */
  readonly ticket: string;
  readonly status?: string;
  readonly said?: string;
}

/** RFC 3464: it came back. Once: servers on the way may each say so. Who has a mail of one ticket says nothing of another's. */
export const recordBounce: Decide<Bounce, OutgoingMail, OutgoingMailEvent> = ({ mail: report, ticket, ...word }, mail) => {
  if (mail?.ticket !== ticket) return rejected('outgoing-mail-not-found');
  // One that is at its end without having gone cannot come back; one that is begun, or put off, may have.
  if (['bounced', 'withheld', 'waiting'].includes(mail.state)) return rejected('mail-cannot-bounce', { state: mail.state });
  return [{ type: 'OutgoingMailBounced', data: { person: mail.person, mail: report, ...word } }];
};
