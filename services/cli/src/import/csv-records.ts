import { isUtf8 } from 'node:buffer';
import { fieldsOf } from './csv-record.js';
import { longestLine, type Line } from './lines.js';
import type { CsvShape } from './mapping.js';
import type { BadRow } from './row.js';

export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

interface ReadLine {
  readonly number: number;
  readonly text: string;
  readonly fault: BadRow | undefined;
}

/** Lines that a record in quotes may go over. What goes on longer has lost its closing quote. */
const mostLines = 1_000;

/**
 * Puts lines together to records. After a record that is none it goes on with the line after the one where that began: a
 * lost quote costs its own line and not those that follow it.
 */
export class CsvRecords {
  private pending: ReadLine[] = [];
  private pendingLength = 0;
  private readonly decode: (line: Line) => string | undefined;

  constructor(private readonly shape: CsvShape) {
    this.decode = decoderOf(shape.encoding);
  }

  next(line: Line): readonly (CsvRecord | BadRow)[] {
    const found: (CsvRecord | BadRow)[] = [];
    this.take(this.read(line), found);
    return found;
  }

  /** What was left open at the end of the file. */
  end(): readonly (CsvRecord | BadRow)[] {
    const found: (CsvRecord | BadRow)[] = [];
    while (this.pending.length > 0) this.giveUp(found);
    return found;
  }

  private read(line: Line): ReadLine {
    const { number } = line;
    if (line.tooLong) return { number, text: '', fault: bad(number, 'record-too-long', `more than ${longestLine} bytes`) };
    const text = this.decode(line);
    if (text !== undefined) return { number, text, fault: undefined };
    return { number, text: '', fault: bad(number, 'invalid-encoding', `these bytes are not ${this.shape.encoding}`) };
  }

  private take(line: ReadLine, found: (CsvRecord | BadRow)[]): void {
    if (line.fault) {
      while (this.pending.length > 0) this.giveUp(found);
      found.push(line.fault);
      return;
    }
    if (this.pending.length === 0 && line.text.trim() === '') return;
    this.pending.push(line);
    this.pendingLength += line.text.length;
    if (this.pending.length > 1 && !line.text.includes(this.shape.quote)) {
      if (this.pending.length > mostLines || this.pendingLength > longestLine) this.giveUp(found);
      return;
    }
    const fields = fieldsOf(this.pending.map(({ text }) => text).join('\n'), this.shape);
    if (fields === 'open' && this.pending.length <= mostLines && this.pendingLength <= longestLine) return;
    if (typeof fields === 'string') return this.giveUp(found);
    found.push({ line: (this.pending[0] as ReadLine).number, fields });
    this.pending = [];
    this.pendingLength = 0;
  }

  private giveUp(found: (CsvRecord | BadRow)[]): void {
    const [first, ...others] = this.pending as [ReadLine, ...ReadLine[]];
    this.pending = [];
    this.pendingLength = 0;
    found.push(bad(first.number, 'broken-quoting', 'a quote is not closed, or stands inside a field that has none around it'));
    for (const line of others) this.take(line, found);
  }
}

function bad(line: number, reason: BadRow['reason'], detail: string): BadRow {
  return { line, reason, detail };
}

function decoderOf(encoding: CsvShape['encoding']): (line: Line) => string | undefined {
  if (encoding === 'utf-8') return ({ bytes }) => (isUtf8(bytes) ? bytes.toString('utf8') : undefined);
  const decoder = new TextDecoder(encoding, { fatal: true });
  return ({ bytes }) => {
    try {
      return decoder.decode(bytes);
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
      throw error;
    }
  };
}
