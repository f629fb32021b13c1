import type { ConsentMeans, ConsentPurpose } from './profile-events.js';
import type { ConsentWord, Profile } from './profile.js';

/** For what and by what means: `marketing-sms`. */
export type ConsentKey = `${ConsentPurpose}-${ConsentMeans}`;

export function consentKey({ purpose, means }: Pick<ConsentWord, 'purpose' | 'means'>): ConsentKey {
  return `${purpose}-${means}`;
}

type Kept = Pick<Profile, 'consents' | 'doNotCall'>;

/**
 * What one may do, of a customer or of those who are merged with them: the last word counts, by when it was said, whoever of them it was said as. Of words of the same
 * moment the refusal counts. Who never said anything has not consented.
 */
export function consentsOf(profiles: readonly Kept[]): ReadonlyMap<ConsentKey, ConsentWord> {
  const last = new Map<ConsentKey, ConsentWord>();
  for (const word of profiles.flatMap(({ consents }) => consents)) {
    const before = last.get(consentKey(word));
    if (before === undefined || isLater(word, before)) last.set(consentKey(word), word);
  }
  return last;
}

function isLater(word: ConsentWord, before: ConsentWord): boolean {
  return word.saidAt === before.saidAt ? !word.given || before.given : word.saidAt > before.saidAt;
}

/** R9: who does not want to be called is not called, whatever they consented to before; nobody has to be asked about e-mail for it. */
export function isDoNotCall(profiles: readonly Kept[]): boolean {
  return profiles.some(({ doNotCall }) => doNotCall !== undefined);
}

/**
 * Why somebody with whom the centre has to do is not called, for this purpose or any: they said no. Who is turned to for nothing but what they agreed to is asked about by
 * `whyNotContacted`.
 */
export function whyNotCalled(
  profiles: readonly Kept[],
  purpose?: ConsentPurpose,
): 'do-not-call' | 'consent-withdrawn' | undefined {
  if (isDoNotCall(profiles)) return 'do-not-call';
  const last = purpose && consentsOf(profiles).get(consentKey({ purpose, means: 'phone' }));
  return last?.given === false ? 'consent-withdrawn' : undefined;
}

/** Whether one may turn to them for this purpose by these means, and why not. */
export function whyNotContacted(profiles: readonly Kept[], wanted: ConsentKey): 'do-not-call' | 'no-consent' | undefined {
  if (wanted.endsWith('-phone') && isDoNotCall(profiles)) return 'do-not-call';
  return consentsOf(profiles).get(wanted)?.given === true ? undefined : 'no-consent';
}
