import type { RecordedEvent } from '@ledgerline/kernel';
import type { ClockBook } from '../clock/clock-book.js';
import type { ClockRun, RunEnd } from '../clock/clock-run.js';
import { judgeRun } from '../clock/judge-run.js';
import type { Rulebook } from '../clock/rulebook.js';
import type { TicketClock } from '../clock/ticket-clock.js';
import type { ContactEvent } from '../contact/contact-events.js';
import { owesReturnCall } from '../contact/recorded-contact.js';

/** A contact's `return-call` as its events give it (deadlines.md), before any policy is looked at. */
interface ReturnCallBook {
  readonly book: ClockBook;
  readonly run: ClockRun;
  readonly attempts: readonly number[];
  readonly returnedAt?: number;
}

/**
 * The clocks of a contact with their states, due times, verdicts and explanations: `return-call` where a call was missed or
 * abandoned. It starts when that happened, and is met by the call returned or by the policy's last attempt.
 *
 * @param events the contact's stream so far, in order
 * @param asOf milliseconds since the epoch, not before the last event
 */
export function clocksOfContact(events: readonly RecordedEvent[], rulebook: Rulebook, asOf: number): readonly TicketClock[] {
  const kept = bookOf(events);
  if (kept === undefined) return [];
  const end = endOf(kept, rulebook);
  const clock = judgeRun(end === undefined ? kept.run : { ...kept.run, end }, asOf, { book: kept.book, rulebook });
  return clock === undefined ? [] : [clock];
}

/** How many attempts the policy asks for that a contact's clock is pinned to; undefined where it names none. */
export function returnCallAttempts(startedAt: number, knownAt: number, rulebook: Rulebook): number | undefined {
  const most = rulebook.policy(startedAt, knownAt)?.policy.limits['returnCallAttempts'];
  return typeof most === 'number' && most > 0 ? most : undefined;
}

function bookOf(events: readonly RecordedEvent[]): ReturnCallBook | undefined {
  let kept: ReturnCallBook | undefined;
  for (const recorded of events) {
    const event = recorded as unknown as ContactEvent;
    const at = instant(recorded.meta.at);
    if (event.type === 'ContactRecorded' && owesReturnCall(event.data)) kept = begun(event.data, recorded);
    if (event.type === 'ReturnCallAttempted') kept = kept && { ...kept, attempts: [...kept.attempts, at] };
    if (event.type === 'CallReturned') kept = kept && { ...kept, returnedAt: kept.returnedAt ?? at };
  }
  return kept;
}

function begun({ channel, occurredAt }: { readonly channel: string; readonly occurredAt: string }, { meta }: RecordedEvent) {
  const startedAt = instant(occurredAt);
  const knownAt = instant(meta.recordedAt);
  const run: ClockRun = {
    clock: 'return-call', instance: 'return-call:1', startedAt, knownAt, suspensions: [], extensions: [],
  }; // prettier-ignore
  const facts = [{ at: startedAt, facts: { channel, site: meta.site } }];
  return { run, attempts: [], book: { ticket: undefined, runs: [run], holds: [], facts, holders: [] } };
}

function endOf({ run, attempts, returnedAt }: ReturnCallBook, rulebook: Rulebook): RunEnd | undefined {
  const most = returnCallAttempts(run.startedAt, run.knownAt, rulebook);
  const last = most === undefined ? undefined : attempts[most - 1];
  const ends = [returnedAt, last].filter((at) => at !== undefined);
  return ends.length === 0 ? undefined : { at: Math.min(...ends), how: 'met' };
}

function instant(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}
