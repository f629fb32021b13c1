import type { RecordReturnCallAttempt, ReturnCall } from '@ledgerline/contracts';
import type { ContactEvent, MaybeRecordedContact, RecordedContact } from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

/**
 * R1.7: an attempt to call back that did not reach the caller. The policy's last one ends the duty (deadlines.md).
 *
 * @param most attempts that the policy asks for; undefined where it names no number
 */
export function recordReturnCallAttempt(
  most: number | undefined,
): Decide<RecordReturnCallAttempt, MaybeRecordedContact, ContactEvent> {
  return ({ channel, outcome, note }, state) => {
    const contact = owedACall(state);
    if ('rejection' in contact) return contact;
    if (contact.duty === 'given-up') return rejected('attempts-used-up', { attempts: contact.attempts });
    const attempt = contact.attempts + 1;
    const isFinal = most !== undefined && attempt >= most;
    const more = { ...(isFinal ? { final: true as const } : {}), ...(note === undefined ? {} : { note }) };
    return [{ type: 'ReturnCallAttempted', data: { person: contact.person, channel, outcome, attempt, ...more } }];
  };
}

/** Also after the attempts were used up: better late than never. */
export const returnCall: Decide<ReturnCall, MaybeRecordedContact, ContactEvent> = ({ channel = 'phone', note }, state) => {
  const contact = owedACall(state);
  if ('rejection' in contact) return contact;
  return [{ type: 'CallReturned', data: { person: contact.person, channel, ...(note === undefined ? {} : { note }) } }];
};

function owedACall(contact: MaybeRecordedContact): RecordedContact | Rejection {
  if (contact === undefined) return rejected('contact-not-found');
  if (contact.duty === undefined)
    return rejected('no-call-to-return', { outcome: contact.outcome, direction: contact.direction });
  return contact.duty === 'returned' ? rejected('call-already-returned') : contact;
}
