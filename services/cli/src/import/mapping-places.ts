import type { Faults } from '@ledgerline/domain';
import type { NamedColumn } from './mapping.js';
import type { Pick } from './pick.js';
import { templateOf, type Template } from './template.js';

export type Members = Readonly<Record<string, unknown>>;

/** The shapes that stand in a mapping, read at a pointer: what does not fit is a fault there, and something harmless comes back. */
export class MappingPlaces {
  readonly columns: NamedColumn[] = [];

  constructor(readonly faults: Faults) {}

  object(pointer: string, value: unknown, known: readonly string[]): Members {
    const members = this.faults.members(pointer, value);
    for (const [name] of members) if (!known.includes(name)) this.faults.add(pointerTo(pointer, name), 'is not known');
    return Object.fromEntries(members);
  }

  text(pointer: string, value: unknown, shape: RegExp, fault: string): string {
    if (typeof value === 'string' && shape.test(value)) return value;
    this.faults.add(pointer, fault);
    return '';
  }

  texts(pointer: string, value: unknown, most: number): readonly string[] {
    return this.faults
      .items(pointer, value, most)
      .map(([place, text]) => this.text(`${pointer}/${place}`, text, /./, 'must be a text'));
  }

  template(pointer: string, value: unknown): Template {
    const template = typeof value === 'string' && value.length > 0 ? templateOf(value) : undefined;
    if (template === undefined) this.faults.add(pointer, 'must be a text with {columns}; a brace itself is written {{ or }}');
    for (const column of template?.columns ?? []) this.column(pointer, column);
    return template ?? nothing;
  }

  /**
   * A template, or `{of: template, values: {text: word}, otherwise: word}`. Words have to be `words`, or codes: a template's text
   * is written as one (`STATEN ISLAND` as `staten-island`).
   */
  pick(pointer: string, value: unknown, words: readonly string[] | RegExp): Pick {
    const isWord = (word: string) => (words instanceof RegExp ? words.test(word) : words.includes(word));
    const expected = words instanceof RegExp ? 'must be a code' : `must be one of ${words.join(', ')}`;
    if (typeof value === 'string') {
      const template = this.template(pointer, value);
      const fixed = template.columns.length === 0 ? template.fill(noRow) : undefined;
      if (fixed !== undefined && template !== nothing && !isWord(fixed)) this.faults.add(pointer, expected);
      const written = words instanceof RegExp ? codeOf : (text: string) => text;
      return picked(template, (text) => (isWord(written(text)) ? written(text) : undefined));
    }
    if (typeof value !== 'object' || value === null) {
      this.faults.add(pointer, 'must be a text, or {of, values, otherwise}');
      return picked(nothing, () => undefined);
    }
    const members = this.object(pointer, value, ['of', 'values', 'otherwise']);
    const template = this.template(`${pointer}/of`, members['of']);
    const table = new Map<string, string>();
    for (const [text, word] of this.faults.members(`${pointer}/values`, members['values'])) {
      if (typeof word !== 'string' || !isWord(word)) this.faults.add(pointerTo(`${pointer}/values`, text), expected);
      table.set(text, word as string);
    }
    const { otherwise } = members;
    if (otherwise !== undefined && (typeof otherwise !== 'string' || !isWord(otherwise)))
      this.faults.add(`${pointer}/otherwise`, expected);
    return picked(template, (text) => table.get(text) ?? (otherwise as string | undefined));
  }

  column(pointer: string, column: string): void {
    this.columns.push({ pointer, column });
  }
}

const nothing: Template = { columns: [], fill: () => '' };
const noRow = { line: 0, values: [], value: () => undefined };

/** A pointer one member further (RFC 6901). */
export function pointerTo(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function codeOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function picked({ columns, fill }: Template, wordOf: (text: string) => string | undefined): Pick {
  return {
    columns,
    of: (row) => {
      const text = fill(row);
      return { word: wordOf(text), text };
    },
  };
}
