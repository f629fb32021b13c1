import type { FactRows } from './fact-rows.js';
import type { Standing } from './standing.js';
import type { WordList } from './word-list.js';

/** @param until when it changed; null while it stands so */
export function addStanding(
  ticket: number,
  { since, of }: Standing,
  until: number | null,
  { rows, words }: { readonly rows: FactRows; readonly words: WordList },
): void {
  const word = (text: string | undefined) => words.orNull(text);
  const kind = until === null ? 'open' : 'ended';
  const { status, open, level, kind: matter, item, site, lead, parts } = of;
  rows.add(`${kind}_standings`, [
    ticket, since, until, word(status), open, word(level), word(matter), word(item), word(site), word(lead),
  ]); // prettier-ignore
  for (const { department, part, handler } of parts)
    rows.add(`${kind}_standing_parts`, [ticket, since, until, word(department), word(part), word(handler)]);
}
