import { isErased, type Personal } from '@ledgerline/kernel';
import { maskedPhone, wordsOfCaller } from '../authority/identity-words.js';
import type { EntryContent } from './profile-events.js';
import type { Profile, ProfileEntry } from './profile.js';

/**
 * The profile as a department sees that of its ticket's caller (R7.2): numbers masked, in the other texts too. What the call centre noted for itself, what
 * was said as evidence, and who said not to be called and why are the call centre's.
 */
export function maskedProfile(profile: Profile): Pick<Profile, 'details' | 'entries'> {
  const numbers = profile.entries.flatMap(({ kind, content }) => (kind === 'phone' && !isErased(content) ? [content.text] : []));
  const words = numbers.flatMap((phone) => wordsOfCaller({ phone }));
  const scrub = (text: string) => words.reduce((rest, { pattern, mask }) => rest.replaceAll(pattern, mask), text);
  const shown = profile.entries.filter(({ kind }) => kind !== 'note').map((entry) => masked(entry, scrub));
  return { details: profile.details, entries: shown };
}

function masked(entry: ProfileEntry, scrub: (text: string) => string): ProfileEntry {
  const { kind, content } = entry;
  return isErased(content) ? entry : { ...entry, content: kind === 'phone' ? maskedNumber(content) : scrubbed(content, scrub) };
}

function maskedNumber({ text, label }: EntryContent): Personal<EntryContent> {
  return { text: maskedPhone(text), ...(label === undefined ? {} : { label }) };
}

function scrubbed({ text, label, match }: EntryContent, scrub: (text: string) => string): EntryContent {
  return {
    text: scrub(text),
    ...(label === undefined ? {} : { label: scrub(label) }),
    ...(match === undefined ? {} : { match }),
  };
}
