const segmenters = new Map<string, Intl.Segmenter>();
const han = /\p{Script=Han}+/gu;
const wordLike = /[\p{L}\p{N}]/u;

/**
 * The terms of a text, for indexes and queries alike: words after NFKC in lower case; of runs of Han characters both the
 * dictionary words (`Intl.Segmenter`) and all bigrams, so that a query finds what the dictionary cut otherwise.
 * At most `most` different terms; each at most 40 characters.
 */
export function termsOf(text: string, most = 500): readonly string[] {
  const terms = new Set<string>();
  const plain = text.normalize('NFKC').toLowerCase();
  for (const { segment, isWordLike } of segmenter('zh').segment(takePlainWords(plain, terms, most))) {
    if (terms.size >= most) return [...terms];
    if (isWordLike && wordLike.test(segment)) terms.add(segment.slice(0, 40));
  }
  for (const [run] of plain.matchAll(han))
    for (let at = 0; at + 2 <= run.length && terms.size < most; at += 1) terms.add(run.slice(at, at + 2));
  return [...terms];
}

const betweenWords = /[ \n]+/;
/** Nothing that follows a word and stands before a space is part of the word. */
const plainWord = /^([a-z0-9]+)[,.;:!?]*$/;

/**
 * A space parts words in every script, and ASCII letters and digits between two of them are one word: these need no dictionary, which costs several
 * times as much. @returns the text that is left to cut
 */
function takePlainWords(plain: string, terms: Set<string>, most: number): string {
  const left: string[] = [];
  for (const piece of plain.split(betweenWords)) {
    const word = plainWord.exec(piece)?.[1];
    if (word === undefined) left.push(piece);
    else if (terms.size < most) terms.add(word.slice(0, 40));
  }
  return left.join(' ');
}

/** The terms of a query: of a run of Han characters its bigrams (one character: itself), of other scripts the words. */
export function queryTermsOf(text: string): readonly string[] {
  const terms = new Set<string>();
  const plain = text.normalize('NFKC').toLowerCase().slice(0, 200);
  for (const [run] of plain.matchAll(han)) {
    if (run.length === 1) terms.add(run);
    for (let at = 0; at + 2 <= run.length; at += 1) terms.add(run.slice(at, at + 2));
  }
  for (const { segment, isWordLike } of segmenter('zh').segment(plain.replaceAll(han, ' ')))
    if (isWordLike && wordLike.test(segment)) terms.add(segment.slice(0, 40));
  return [...terms].slice(0, 20);
}

function segmenter(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, known);
  return known;
}
