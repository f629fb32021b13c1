import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { longestLine } from './lines.js';
import type { BadRow, Row } from './row.js';

/** The file cannot be read as XES any further. */
export class UnusableXes extends Error {
  override readonly name = 'UnusableXes';
  readonly code = 'unusable-xes';
}

/** Faults in the XML after which a file is given up. */
const mostFaults = 100;
const values = ['string', 'date', 'int', 'float', 'boolean', 'id'];

/**
 * The events of a XES file (IEEE 1849), chunk by chunk, each with the attributes of its trace under `case:`. After broken XML the
 * event that it stands in is left out, and reading goes on.
 */
export async function* xesRows(chunks: AsyncIterable<Buffer>): AsyncIterable<readonly (Row | BadRow)[]> {
  const reader = new XesReader();
  const decode = decoderOfChunks();
  for await (const chunk of chunks) {
    const { text, damaged } = decode(chunk, true);
    yield reader.write(text, damaged);
  }
  const { text, damaged } = decode(undefined, false);
  yield [...reader.write(text, damaged), ...reader.end()];
}

class XesReader {
  private readonly parser = new SaxesParser();
  private readonly path: string[] = [];
  private trace = new Map<string, string>();
  private event: { readonly line: number; readonly attributes: Map<string, string>; broken: string | undefined } | undefined;
  private found: (Row | BadRow)[] = [];
  private faults = 0;
  private isLog = false;
  private damaged = false;
  private lastTag = 0;

  constructor() {
    this.parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
      if (!/^utf-?8$/i.test(encoding)) throw new UnusableXes(`its encoding is ${encoding}, not UTF-8`);
    });
    this.parser.on('opentag', (tag) => this.open(tag as SaxesTagPlain));
    this.parser.on('closetag', (tag) => this.close(tag as SaxesTagPlain));
    this.parser.on('error', (error) => this.fault(error.message));
  }

  write(text: string, damaged: boolean): readonly (Row | BadRow)[] {
    this.damaged ||= damaged;
    this.parser.write(text);
    if (this.parser.position - this.lastTag > 2 * longestLine)
      throw new UnusableXes(`line ${this.parser.line}: no tag for more than ${longestLine} characters`);
    return this.taken();
  }

  end(): readonly (Row | BadRow)[] {
    this.parser.close();
    if (!this.isLog) throw new UnusableXes('it has no element "log"');
    return this.taken();
  }

  private taken(): readonly (Row | BadRow)[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  private open({ name, attributes }: SaxesTagPlain): void {
    this.lastTag = this.parser.position;
    const parent = this.path.at(-1);
    this.path.push(name);
    if (this.path.length === 1 && name === 'log') this.isLog = true;
    else if (parent === 'log' && name === 'trace') this.trace = new Map();
    else if (parent === 'trace' && name === 'event')
      this.event = { line: this.parser.line, attributes: new Map(), broken: undefined };
    else if (values.includes(name) && (parent === 'event' || parent === 'trace')) {
      const { key = '', value = '' } = attributes;
      if (parent === 'trace') this.trace.set(`case:${key}`, value);
      else this.event?.attributes.set(key, value);
    }
  }

  private close({ name }: SaxesTagPlain): void {
    this.lastTag = this.parser.position;
    this.path.pop();
    if (name !== 'event' || this.path.at(-1) !== 'trace' || !this.event) return;
    const { line, attributes, broken } = this.event;
    this.event = undefined;
    if (broken !== undefined) return;
    const { trace } = this;
    const texts = [...trace, ...attributes].flat();
    if (this.damaged && texts.some((text) => text.includes('\ufffd')))
      this.found.push({ line, reason: 'invalid-encoding', detail: 'these bytes are not utf-8' });
    else this.found.push({ line, values: texts, value: (column) => attributes.get(column) ?? trace.get(column) });
  }

  private fault(message: string): void {
    this.faults += 1;
    const detail = message.replace(/^\d+:\d+: /, '');
    if (this.faults > mostFaults)
      throw new UnusableXes(`line ${this.parser.line}: ${mostFaults} faults before this one: ${detail}`);
    if (this.event?.broken !== undefined) return;
    if (this.event) this.event.broken = detail;
    this.found.push({
      line: this.event?.line ?? this.parser.line,
      reason: 'broken-xml',
      detail: `${detail} (line ${this.parser.line})`,
    });
  }
}

/** Decodes strictly; from a chunk on that is no UTF-8, leniently, and says so. */
function decoderOfChunks() {
  let strict: TextDecoder | undefined = new TextDecoder('utf-8', { fatal: true });
  const lenient = new TextDecoder('utf-8');
  return (chunk: Buffer | undefined, stream: boolean): { readonly text: string; readonly damaged: boolean } => {
    const text = lenient.decode(chunk, { stream });
    try {
      strict?.decode(chunk, { stream });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      strict = undefined;
    }
    return { text, damaged: strict === undefined };
  };
}
