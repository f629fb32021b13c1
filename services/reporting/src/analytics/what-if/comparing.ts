import type { Comparing } from './compare-portion.js';
import type { ComparisonParts } from './portions.js';
import { rulebookNow, rulebookThen } from './tried-documents.js';

/** What crossed the thread, as it is compared with. */
export function comparing({ documents, words, ...period }: ComparisonParts): Comparing {
  const numberOf = (word: string): never => {
    throw new TypeError(`a comparison reads facts, it does not write "${word}" into them`);
  };
  const wordOf = (number: number) => {
    const word = words[number];
    if (word === undefined) throw new RangeError(`the facts have no word ${number}`);
    return word;
  };
  return { ...period, now: rulebookNow(documents), then: rulebookThen(documents), words: { numberOf, wordOf } };
}
