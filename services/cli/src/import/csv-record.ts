export interface CsvSigns {
  readonly delimiter: string;
  readonly quote: string;
}

/**
 * The fields of one record after RFC 4180: a field in quotes may hold delimiters, line ends and doubled quotes.
 *
 * @returns `open` where the text ends inside quotes, `broken` where a quote stands where none can
 */
export function fieldsOf(text: string, { delimiter, quote }: CsvSigns): readonly string[] | 'open' | 'broken' {
  if (!text.includes(quote)) return text.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const field = text.startsWith(quote, at) ? quotedField(text, at, quote) : plainField(text, at, delimiter, quote);
    if (typeof field === 'string') return field;
    fields.push(field.value);
    if (field.end >= text.length) return fields;
    if (text[field.end] !== delimiter) return 'broken';
    at = field.end + 1;
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function plainField(text: string, at: number, delimiter: string, quote: string): Field | 'broken' {
  const next = text.indexOf(delimiter, at);
  const end = next < 0 ? text.length : next;
  const value = text.slice(at, end);
  return value.includes(quote) ? 'broken' : { value, end };
}

function quotedField(text: string, at: number, quote: string): Field | 'open' {
  let value = '';
  for (let from = at + 1; ;) {
    const end = text.indexOf(quote, from);
    if (end < 0) return 'open';
    value += text.slice(from, end);
    if (text[end + 1] !== quote) return { value, end: end + 1 };
    value += quote;
    from = end + 2;
  }
}
