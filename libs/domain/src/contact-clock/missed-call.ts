import { noRuleFor, type RecordedEvent } from '@ledgerline/kernel';
import { change, emptyBook, finish, named, start, type ClockBook } from '../clock/clock-book.js';
import { bookTold } from '../clock/keep-told.js';
import type { ContactEvent } from '../contact/contact-events.js';
import type { CallOutcome } from '../contact/contact-words.js';
import { owesReturnCall } from '../contact/recorded-contact.js';

/** A call that nobody answered (未接, 呼损), with its `return-call` as the contact's events give it, before any policy is looked at. */
export interface MissedCall {
  readonly outcome: CallOutcome;
  readonly book: ClockBook;
}

/** Events of a contact that its clock goes by. */
export const eventsOfMissedCalls = [
  'ContactRecorded', 'ReturnCallAttempted', 'CallReturned', 'ReturnCallWarned', 'ReturnCallBreached', 'ReturnCallEscalated',
] as const satisfies readonly ContactEvent['type'][]; // prettier-ignore

/**
 * One event more: pure, as `keepClockBook` is for tickets. The clock starts when the call came, however late that was told,
 * and is met by the call returned or by the policy's last attempt. undefined where nothing is owed.
 */
export function keepMissedCall(call: MissedCall | undefined, recorded: RecordedEvent): MissedCall | undefined {
  const event = recorded as unknown as ContactEvent;
  if (event.type === 'ContactRecorded') return owesReturnCall(event.data) ? begun(event.data, recorded) : undefined;
  if (call === undefined) return undefined;
  const at = instant(recorded.meta.at);
  const book = changed(takenUp(call.book, recorded, at), event, at);
  return book === call.book ? call : { ...call, book };
}

/** An imported call is left alone until somebody here does something about it (ADR 0001, rule 8). */
function takenUp(book: ClockBook, { meta }: RecordedEvent, at: number): ClockBook {
  return book.liveFrom !== undefined || meta.origin !== undefined ? book : { ...book, liveFrom: at };
}

function changed(book: ClockBook, event: ContactEvent, at: number): ClockBook {
  switch (event.type) {
    case 'ReturnCallAttempted':
      return change(book, named('return-call'), (run) => ({ ...run, attempts: [...(run.attempts ?? []), at] }));
    case 'CallReturned':
      return finish(book, named('return-call'), { at, how: 'met' });
    case 'ReturnCallWarned':
    case 'ReturnCallBreached':
    case 'ReturnCallEscalated':
      return bookTold(book, event.data.step);
    case 'ContactRecorded':
    case 'ContactRegistered':
    case 'ContactAttached':
      return book;
    default:
      return noRuleFor(event);
  }
}

function begun(
  { channel, outcome, occurredAt }: { readonly channel: string; readonly outcome: CallOutcome; readonly occurredAt: string },
  { meta }: RecordedEvent,
): MissedCall {
  const [at, knownAt] = [instant(occurredAt), instant(meta.recordedAt)];
  const facts = [{ at, facts: { channel, site: meta.site } }];
  const live = meta.origin === undefined ? { liveFrom: instant(meta.at) } : {};
  return { outcome, book: start({ ...emptyBook, facts, ...live }, 'return-call', { at, knownAt }) };
}

function instant(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}
