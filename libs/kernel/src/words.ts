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

/**
 * A space or a hyphen parts words in every script, and ASCII letters and digits between two of them are one word, whatever marks follow: these need no
 * dictionary, which costs several times as much. @returns the text that is left to cut
 */
function takePlainWords(plain: string, terms: Set<string>, most: number): string {
  let left = '';
  for (let from = 0, end = 0; from < plain.length; from = end + 1) {
    end = endOfPiece(plain, from);
    const last = endOfPlainWords(plain, from, end);
    if (last < 0) left += ` ${plain.slice(from, end)}`;
    else for (const word of wordsIn(plain.slice(from, last))) if (terms.size < most) terms.add(word.slice(0, 40));
  }
  return left;
}

const [space, newLine, hyphen] = [32, 10, 45];

function endOfPiece(plain: string, from: number): number {
  let at = from;
  for (; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (code === space || code === newLine) break;
  }
  return at;
}

/** Where a piece's words end that only marks follow; its own beginning for an empty one, -1 where there is anything else in it. */
function endOfPlainWords(plain: string, from: number, end: number): number {
  let at = from;
  for (let begun = from; ; begun = at += 1) {
    while (at < end && isPlain(plain.charCodeAt(at))) at += 1;
    if (at === begun) return from === end ? from : -1;
    if (at === end || plain.charCodeAt(at) !== hyphen) break;
  }
  const last = at;
  while (at < end && ',.;:!?'.includes(plain.charAt(at))) at += 1;
  return at === end ? last : -1;
}

/** ASCII digits and small letters. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function wordsIn(text: string): readonly string[] {
  return text.includes('-') ? text.split('-') : text === '' ? [] : [text];
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
