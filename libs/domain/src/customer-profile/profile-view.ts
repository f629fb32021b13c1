import { isErased } from '@ledgerline/kernel';
import { maskedPhone, wordsOfCaller } from '../authority/identity-words.js';
import type { Profile, ProfileEntry } from './profile.js';

/**
 * What a department sees of its ticket's caller. What the call centre noted for itself, what was said as evidence, and who said not to be called and why are
 * the call centre's.
 */
export type DepartmentsView = Pick<Profile, 'details' | 'entries'>;

export function departmentsView({ details, entries }: DepartmentsView): DepartmentsView {
  return { details, entries: entries.filter(({ kind }) => kind !== 'note') };
}

/** R7.2: with numbers masked, in the other texts too. @param phones by which the caller is known elsewhere: their own, and those of whom they are merged with */
export function maskedProfile(profile: DepartmentsView, phones: readonly string[] = []): DepartmentsView {
  const words = [...phonesKept(profile), ...phones].flatMap((phone) => wordsOfCaller({ phone }));
  const scrub = (text: string) => words.reduce((rest, { pattern, mask }) => rest.replaceAll(pattern, mask), text);
  const { details, entries } = departmentsView(profile);
  return {
    details: isErased(details)
      ? details
      : Object.fromEntries(Object.entries(details).map(([name, text]) => [name, scrub(String(text))])),
    entries: entries.map((entry) => masked(entry, scrub)),
  };
}

/** Numbers that a profile has. */
export function phonesKept({ entries }: Pick<Profile, 'entries'>): readonly string[] {
  return entries.flatMap(({ kind, content }) => (kind === 'phone' && !isErased(content) ? [content.text] : []));
}

function masked(entry: ProfileEntry, scrub: (text: string) => string): ProfileEntry {
  const { kind, content } = entry;
  if (isErased(content)) return entry;
  const { text, label, match } = content;
  const labelled = label === undefined ? {} : { label: scrub(label) };
  if (kind === 'phone') return { ...entry, content: { text: maskedPhone(text), ...labelled } };
  return { ...entry, content: { text: scrub(text), ...labelled, ...(match === undefined ? {} : { match }) } };
}
