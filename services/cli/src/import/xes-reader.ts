import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { BadRow, Row } from './row.js';

/** The file cannot be read as XES, or not any further. */
export class UnusableXes extends Error {
  override readonly name = 'UnusableXes';
  readonly code = 'unusable-xes';
}

const values = ['string', 'date', 'int', 'float', 'boolean', 'id'];

/** Nothing but XML's own escapes stands behind an ampersand; a parser would look for the end of this one through the whole file. */
const loneAmpersand = /<!--[\s\S]*?-->|&(?!(?:[A-Za-z_][\w.-]*|#\d+|#x[\dA-Fa-f]+);)/g;

interface OpenEvent {
  readonly line: number;
  readonly attributes: Map<string, string>;
}

/** Reads a XES file piece by piece, each up to the end of an event. After a broken piece it goes on with the next. */
export class XesReader {
  isLog = false;
  /** True where some bytes were no UTF-8: then an event with a replacement character is not what was written. */
  damaged = false;
  private parser = this.newParser();
  private path: string[] = [];
  private trace: ReadonlyMap<string, string> = new Map();
  private event: OpenEvent | undefined;
  private broken: BadRow | undefined;
  private faultInEvent = false;
  private found: (Row | BadRow)[] = [];
  private linesBefore = 0;

  /** The line that is being read. */
  get line(): number {
    return this.linesBefore + this.parser.line;
  }

  read(piece: string): readonly (Row | BadRow)[] {
    const before = this.line - 1;
    const traceBefore = this.trace;
    const sound = piece.includes('&') ? piece.replaceAll(loneAmpersand, (found) => (found === '&' ? '&amp;' : found)) : piece;
    this.parser.write(sound);
    if (sound !== piece) this.fault('an ampersand begins no entity', this.found[0]?.line);
    if (this.broken) this.goOnAfter(piece, { linesBefore: before, trace: traceBefore });
    return this.taken();
  }

  /** What was left open at the end of the file. */
  end(): readonly (Row | BadRow)[] {
    this.parser.close();
    if (this.broken) this.found.push(this.broken);
    return this.taken();
  }

  private taken(): readonly (Row | BadRow)[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  /** Puts a new parser where the old one would be, behind an event. */
  private goOnAfter(piece: string, before: { readonly linesBefore: number; readonly trace: ReadonlyMap<string, string> }): void {
    const trace = this.traceAfter(piece, before.trace);
    this.found = [this.broken as BadRow];
    this.broken = undefined;
    this.event = undefined;
    this.linesBefore = before.linesBefore + (piece.match(/\n/g)?.length ?? 0);
    this.parser = this.newParser();
    this.path = [];
    this.parser.write('<log><trace>');
    this.trace = trace;
  }

  /** The trace that a broken piece ends in; one without a name where its own beginning may be what is broken. */
  private traceAfter(piece: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const begins = piece.search(/<trace[\s>](?![\s\S]*<trace[\s>])/);
    if (begins < 0) return before;
    return this.faultInEvent && begins < piece.search(/<event[\s>]/) ? this.trace : new Map();
  }

  private newParser(): SaxesParser {
    const parser = new SaxesParser();
    parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
      if (!/^utf-?8$/i.test(encoding)) throw new UnusableXes(`its encoding is ${encoding}, not UTF-8`);
    });
    parser.on('opentag', (tag) => this.open(tag as SaxesTagPlain));
    parser.on('closetag', (tag) => this.close(tag as SaxesTagPlain));
    parser.on('error', (error) => this.fault(error.message.replace(/^\d+:\d+: /, '')));
    return parser;
  }

  private open({ name, attributes }: SaxesTagPlain): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === 'event' && this.event) this.fault('an event begins before the one before it has ended');
    else if (this.path.length === 1 && name === 'log') this.isLog = true;
    else if (parent === 'log' && name === 'trace') this.trace = new Map();
    else if (parent === 'trace' && name === 'event') this.event = { line: this.line, attributes: new Map() };
    else if (values.includes(name) && parent === 'event')
      this.event?.attributes.set(attributes['key'] ?? '', attributes['value'] ?? '');
    else if (values.includes(name) && parent === 'trace')
      this.trace = new Map([...this.trace, [`case:${attributes['key'] ?? ''}`, attributes['value'] ?? '']]);
  }

  private close({ name }: SaxesTagPlain): void {
    this.path.pop();
    if (name !== 'event' || this.path.at(-1) !== 'trace' || !this.event) return;
    const { trace } = this;
    const { line, attributes } = this.event;
    this.event = undefined;
    const texts = [...trace, ...attributes].flat();
    if (this.damaged && texts.some((text) => text.includes('\ufffd')))
      this.found.push({ line, reason: 'invalid-encoding', detail: 'these bytes are not utf-8' });
    else this.found.push({ line, values: texts, value: (column) => attributes.get(column) ?? trace.get(column) });
  }

  private fault(detail: string, line = this.event?.line ?? this.line): void {
    if (this.broken) return;
    this.faultInEvent = this.event !== undefined || this.found.length > 0;
    this.broken = { line, reason: 'broken-xml', detail: `${detail} (line ${this.line})` };
  }
}
