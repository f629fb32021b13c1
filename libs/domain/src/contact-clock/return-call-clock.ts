import type { RecordedEvent } from '@ledgerline/kernel';
import { judgeRun } from '../clock/judge-run.js';
import type { Rulebook } from '../clock/rulebook.js';
import type { TicketClock } from '../clock/ticket-clock.js';
import { keepMissedCall, type MissedCall } from './missed-call.js';

/**
 * The clocks of a contact with their states, due times, verdicts and explanations: `return-call` where a call was missed or
 * abandoned.
 *
 * @param events the contact's stream so far, in order
 * @param asOf milliseconds since the epoch, not before the last event
 */
export function clocksOfContact(events: readonly RecordedEvent[], rulebook: Rulebook, asOf: number): readonly TicketClock[] {
  const call = events.reduce<MissedCall | undefined>(keepMissedCall, undefined);
  if (call === undefined) return [];
  const { book } = call;
  return book.runs.flatMap((run) => judgeRun(run, asOf, { book, rulebook }) ?? []);
}

/** How many attempts the policy asks for that a contact's clock is pinned to; undefined where it names none. */
export function returnCallAttempts(startedAt: number, knownAt: number, rulebook: Rulebook): number | undefined {
  const most = rulebook.policy(startedAt, knownAt)?.policy.limits['returnCallAttempts'];
  return typeof most === 'number' && most > 0 ? most : undefined;
}
