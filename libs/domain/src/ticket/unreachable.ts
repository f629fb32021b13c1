import type { ContactAttempt } from './reply-shapes.js';

/** Outcomes of a contact attempt that have a meaning for the rules; any other code says why the caller was not reached. */
export const reachedOutcomes = ['reached', 'answered'] as const;
export const messageLeft = 'message-left';

/** Channels on which somebody is spoken to; what goes by the others is a message, not a try. */
const spoken = ['phone', 'in-person'];

export interface UnreachableRule {
  /** Policy `limits.replyAttempts`. */
  readonly attempts: number;
  /** IANA zone of the site: in which days and hours are counted. */
  readonly timeZone: string;
}

/** How far the caller has been tried. */
export interface Tried {
  readonly attempts: number;
  readonly days: number;
  readonly hours: number;
  readonly message: boolean;
}

/**
 * R7.1: unreachable means so many attempts on two days at different hours, plus a message. Attempts in the same hour of the day
 * count once, whatever the day; a message sent in writing is no attempt, one left on the phone is both.
 */
export function isUnreachable(attempts: readonly ContactAttempt[], rule: UnreachableRule): boolean {
  const { days, hours, message } = triedSoFar(attempts, rule.timeZone);
  return hours >= rule.attempts && days >= Math.min(2, rule.attempts) && message;
}

export function triedSoFar(attempts: readonly ContactAttempt[], timeZone: string): Tried {
  const times = attempts.filter(isTry).map(({ at }) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone));
  return {
    attempts: times.length,
    days: new Set(times.map((time) => time.toPlainDate().toString())).size,
    hours: new Set(times.map(({ hour }) => hour)).size,
    message: attempts.some(({ outcome }) => outcome === messageLeft),
  };
}

function isTry({ channel, outcome }: ContactAttempt): boolean {
  if (reachedOutcomes.some((reached) => reached === outcome)) return false;
  return outcome !== messageLeft || spoken.includes(channel);
}
