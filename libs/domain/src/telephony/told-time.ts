import { rejected, type Rejection } from '@ledgerline/kernel';

export interface ToldTime {
  /** When it happened: RFC 3339, UTC. */
  readonly occurredAt: string;
  readonly enteredLate?: true;
}

/** When something happened that is told now, and whether that is late. @param lateAfter in milliseconds */
export function toldTime(occurred: string, at: string, lateAfter: number): ToldTime | Rejection {
  const [happened, now] = [Temporal.Instant.from(occurred), Temporal.Instant.from(at)];
  if (Temporal.Instant.compare(happened, now) > 0) return rejected('occurred-in-the-future', { occurredAt: occurred, now: at });
  const isLate = now.epochMilliseconds - happened.epochMilliseconds > lateAfter;
  return { occurredAt: happened.toString({ fractionalSecondDigits: 3 }), ...(isLate ? { enteredLate: true } : {}) };
}
