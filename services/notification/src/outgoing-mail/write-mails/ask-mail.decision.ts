import type { OutgoingMail, OutgoingMailEvent, OutgoingMailEvents } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** One mail an event, whoever asks for it again; `isTooMany`: it is on record that it does not go. */
export function askMail(
  mail: OutgoingMailEvents['OutgoingMailAsked'],
  isTooMany: boolean,
): Decide<unknown, OutgoingMail, OutgoingMailEvent> {
  return (_command, asked) => {
    if (asked !== undefined) return rejected('mail-already-asked');
    const withheld: OutgoingMailEvent[] = [{ type: 'OutgoingMailWithheld', data: { why: 'too-many-to-address' } }];
    return [{ type: 'OutgoingMailAsked', data: mail }, ...(isTooMany ? withheld : [])];
  };
}
