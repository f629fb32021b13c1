import { kindWords, levelWords, channelWords } from '../words/ticket-words.ts';
import type { Pairs } from '../words/pair.ts';

const words: Pairs = { ...kindWords, ...levelWords, ...channelWords };

/** What a rule applies to, in words. */
export function conditionsInWords(
  when: Readonly<Record<string, string>>,
  of: (pairs: Pairs, word: string | undefined) => string,
): string {
  return Object.values(when).map((value) => of(words, value)).join(' · '); // prettier-ignore
}
