import type { ParsedMail } from '@ledgerline/kernel';

/** Characters (UTF-16 units) that a record holds at most. */
export interface WordBounds {
  readonly subject: number;
  readonly text: number;
}

export interface WordsOfMail {
  readonly subject: string;
  readonly text: string;
  /** The text where it is longer than a record holds: it goes with it as a file. */
  readonly whole?: string;
}

const nothing = '—';

/**
 * A mail's words as a record takes them: none is changed but what no record holds (control characters, halves of characters). Where
 * it has no subject, its first line stands for it; where it has no text, its subject or the names of its files.
 */
export function wordsOfMail(
  { subject, text, files }: Pick<ParsedMail, 'subject' | 'text' | 'files'>,
  bounds: WordBounds,
): WordsOfMail {
  const said = printable(text).trim();
  const titled = line(subject);
  const names = files.flatMap(({ name }) => (name === undefined ? [] : [line(name)])).join('\n');
  const words = said || titled || names || nothing;
  const title = titled || line(words.split('\n', 1)[0] as string) || nothing;
  const shown = { subject: upTo(title, bounds.subject), text: upTo(words, bounds.text) };
  return shown.text === words ? shown : { ...shown, whole: words };
}

/** One line of it: a name, a subject. */
export function line(text: string): string {
  return printable(text).replaceAll(/\s+/gu, ' ').trim();
}

function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '')
    .toWellFormed();
}

/** Never half a character. */
function upTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
