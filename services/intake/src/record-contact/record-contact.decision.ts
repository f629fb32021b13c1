import type { RecordContact } from '@ledgerline/contracts';
import type { ContactEvent, MaybeRecordedContact } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** What is found out about a contact before it is recorded. */
export interface RecordedFacts {
  readonly person: string;
  readonly customer?: string;
  readonly ticket?: string;
  /** Milliseconds after which it counts as entered late. */
  readonly lateAfter: number;
}

/** R1.1, R1.7: what the telephone system or an agent tells of. The same call is never recorded twice. */
export function recordContact(facts: RecordedFacts): Decide<RecordContact, MaybeRecordedContact, ContactEvent> {
  return ({ at: occurred, ...body }, contact, { at }) => {
    if (contact) return rejected('contact-already-recorded');
    const [happened, now] = [Temporal.Instant.from(occurred), Temporal.Instant.from(at)];
    if (Temporal.Instant.compare(happened, now) > 0) return rejected('occurred-in-the-future', { occurredAt: occurred, now: at });
    const { lateAfter, ...found } = facts;
    const isLate = now.epochMilliseconds - happened.epochMilliseconds > lateAfter;
    const occurredAt = happened.toString({ fractionalSecondDigits: 3 });
    return [{ type: 'ContactRecorded', data: { ...found, ...body, occurredAt, ...(isLate ? { enteredLate: true } : {}) } }];
  };
}
