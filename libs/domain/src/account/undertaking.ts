/** When and under which text an account undertook to keep what it learns (R7.2). `at` is RFC 3339, UTC. */
export interface SignedUndertaking {
  readonly at: string;
  readonly edition: string;
}

export type UndertakingState =
  | { readonly state: 'missing' }
  | { readonly state: 'signed' | 'expired'; readonly edition: string; readonly signedAt: string; readonly validUntil: string };

/** Yearly: it holds until the same day a year later, in the site's time zone, whatever edition it was. @param now milliseconds */
export function undertakingState(signed: SignedUndertaking | undefined, now: number, timeZone: string): UndertakingState {
  if (signed === undefined) return { state: 'missing' };
  const until = Temporal.Instant.from(signed.at).toZonedDateTimeISO(timeZone).add({ years: 1 }).toInstant();
  return {
    state: now < until.epochMilliseconds ? 'signed' : 'expired',
    edition: signed.edition,
    signedAt: signed.at,
    validUntil: until.toString({ fractionalSecondDigits: 3 }),
  };
}
