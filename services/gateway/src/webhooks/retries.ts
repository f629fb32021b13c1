import type { PostOutcome } from './guarded-post.js';

/** What an outcome means: `refused` is about this event, `not-now` about the receiver. */
export type Verdict = 'delivered' | 'refused' | 'not-now' | 'gone';

/** Answers that say nothing about the event: wait, too early, too many, a part in between is away. */
const notNow = [408, 409, 423, 425, 429, 502, 503, 504];

export function verdictOf(outcome: PostOutcome): Verdict {
  if (outcome.kind === 'failed') return 'not-now';
  if (outcome.status >= 200 && outcome.status < 300) return 'delivered';
  if (outcome.status === 410) return 'gone';
  return notNow.includes(outcome.status) ? 'not-now' : 'refused';
}

/** By a code that holds nothing of the answer. */
export function whyOf(outcome: PostOutcome): string {
  return outcome.kind === 'failed' ? outcome.why : `http-${outcome.status}`;
}

const longestPause = 15 * 60_000;

/**
 * Milliseconds until the next try: doubling from the first pause, at least what the receiver asks for, at most a quarter of an hour, and half of it at random, so
 * that those who were cut off together do not come back together.
 */
export function pauseAfter(
  attempt: number,
  { firstPause, outcome, random }: { readonly firstPause: number; readonly outcome: PostOutcome; readonly random: number },
): number {
  const asked = outcome.kind === 'answered' ? (outcome.retryAfter ?? 0) * 1_000 : 0;
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(attempt - 1, 20));
  return Math.min(longestPause, Math.max(asked, pause / 2 + (random * pause) / 2));
}
