import type { RecordContact } from '@ledgerline/contracts';
import { toldTime, type ContactEvent, type MaybeRecordedContact, type RecordedCall } from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

/** What is found out about a contact before it is recorded. */
export interface RecordedFacts {
  readonly person: string;
  readonly customer?: string;
  readonly ticket?: string;
  /** Account of whoever answered. */
  readonly agent?: string;
  /** Milliseconds after which it counts as entered late. */
  readonly lateAfter: number;
}

/** R1.1, R1.7: what the telephone system or an agent tells of. The same call is never recorded twice. */
export function recordContact(facts: RecordedFacts): Decide<RecordContact, MaybeRecordedContact, ContactEvent> {
  return (told, contact, { at }) => {
    if (contact) return rejected('contact-already-recorded');
    const { at: occurred, queue, queuedAt, answeredAt, abandonedAt, endedAt, wrappedUpAt, agent: _username, ...body } = told;
    const { lateAfter, agent, ...found } = facts;
    const happened = toldTime(occurred, at, lateAfter);
    if ('rejection' in happened) return happened;
    // Who names the queue alone says that the call came straight into it.
    const waited = queue === undefined ? {} : { queue, queuedAt: queuedAt ?? occurred };
    const times = { ...waited, answeredAt, abandonedAt, endedAt, wrappedUpAt };
    const call = recordedCall(times, at);
    if ('rejection' in call) return call;
    const through = Object.keys(call).length === 0 ? {} : { call: { ...call, ...(agent === undefined ? {} : { agent }) } };
    return [{ type: 'ContactRecorded', data: { ...found, ...body, ...happened, ...through } }];
  };
}

type Times = { readonly [Name in keyof RecordedCall]: RecordedCall[Name] | undefined };

function recordedCall({ queue, ...times }: Times, at: string): RecordedCall | Rejection {
  const call: Record<string, string> = queue === undefined ? {} : { queue };
  for (const [name, time] of Object.entries(times)) {
    const then = time === undefined ? undefined : toldTime(time, at, 0);
    if (then !== undefined && 'rejection' in then) return then;
    if (then !== undefined) call[name] = then.occurredAt;
  }
  return call;
}
