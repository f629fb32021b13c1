import type { Row } from './row.js';

/** A text with places for columns: `Case {Case ID}`. `{{` and `}}` are braces. */
export interface Template {
  readonly columns: readonly string[];
  /** The text for a row, without blanks at its ends; a column that the row does not have is empty. */
  fill(row: Row): string;
}

const piece = /\{\{|\}\}|\{([^{}]+)\}|[{}]/g;

/** Undefined where a brace stands alone. */
export function templateOf(text: string): Template | undefined {
  const literals: string[] = [''];
  const columns: string[] = [];
  let from = 0;
  const say = (words: string) => literals.push(`${literals.pop() ?? ''}${words}`);
  for (const match of text.matchAll(piece)) {
    say(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[1] !== undefined) {
      columns.push(match[1]);
      literals.push('');
    } else if (match[0].length === 2) say(match[0][0] as string);
    else return undefined;
  }
  say(text.slice(from));
  return { columns, fill: filler(literals, columns) };
}

function filler(literals: readonly string[], columns: readonly string[]): Template['fill'] {
  const [before = '', after = ''] = literals;
  const [only] = columns;
  if (only === undefined) return () => before.trim();
  if (columns.length === 1) return (row) => `${before}${row.value(only) ?? ''}${after}`.trim();
  return (row) =>
    literals
      .map((literal, place) => literal + ((columns[place] !== undefined && row.value(columns[place])) || ''))
      .join('')
      .trim();
}
