const [quote, comma, minus, zero, nine, colon, bracket, closingBracket, brace, closingBrace] = [
  34, 44, 45, 48, 57, 58, 91, 93, 123, 125,
] as const; // prettier-ignore
/** Strings without escapes, numbers that are integers of so many digits, values nested no deeper: of all else this reader is not sure. */
const [mostDigits, deepest] = [15, 16] as const;
const withoutEscapes = /^[ -[\]-\uffff]*$/; // half of what leaving out what has to be escaped takes

/**
 * Reads a text of which it says only whether it is surely canonical JSON (RFC 8785), without making anything of it: a third of what parsing and writing it again
 * cost. Every method returns whether it has read what it names; after a `false` nothing more is to be asked. Where it is not sure, who asks has to find out by parsing.
 */
export class CanonicalReader {
  private at = 0;
  /** Where the last string's content lies. */
  private from = 0;
  private to = 0;

  private constructor(private readonly text: string) {}

  static of(text: string): CanonicalReader | undefined {
    return withoutEscapes.test(text) && text.isWellFormed() ? new CanonicalReader(text) : undefined;
  }

  get isAtEnd(): boolean {
    return this.at === this.text.length;
  }

  literal(expected: string): boolean {
    // A slice that is compared costs half of `startsWith`; the third character tells most members that are left out from what stands there.
    if (expected.length > 2 && this.text.charCodeAt(this.at + 2) !== expected.charCodeAt(2)) return false;
    if (this.text.slice(this.at, this.at + expected.length) !== expected) return false;
    this.at += expected.length;
    return true;
  }

  /** What a sticky pattern finds here; null where it does not fit. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  value(depth = 0): boolean {
    switch (this.text.charCodeAt(this.at)) {
      case quote:
        return this.anyString();
      case brace:
        return this.object(depth + 1);
      case bracket:
        return this.array(depth + 1);
      default:
        return this.literal('true') || this.literal('false') || this.literal('null') || this.integer();
    }
  }

  private anyString(): boolean {
    if (this.text.charCodeAt(this.at) !== quote) return false;
    this.from = this.at + 1;
    this.to = this.text.indexOf('"', this.from);
    this.at = this.to + 1;
    return this.to >= 0;
  }

  private integer(): boolean {
    const start = this.at + (this.text.charCodeAt(this.at) === minus ? 1 : 0);
    let end = start;
    while (isDigit(this.text.charCodeAt(end))) end += 1;
    const digits = end - start;
    if (digits === 0 || digits > mostDigits) return false;
    if (this.text.charCodeAt(start) === zero && (digits > 1 || start > this.at)) return false;
    this.at = end;
    return true;
  }

  private array(depth: number): boolean {
    this.at += 1;
    if (depth > deepest) return false;
    if (this.sign(closingBracket)) return true;
    do if (!this.value(depth)) return false;
    while (this.sign(comma));
    return this.sign(closingBracket);
  }

  private object(depth: number): boolean {
    this.at += 1;
    if (depth > deepest) return false;
    if (this.sign(closingBrace)) return true;
    let [before, beforeEnd] = [0, -1];
    do {
      if (!this.anyString()) return false;
      if (beforeEnd >= 0 && !this.isInOrder(before, beforeEnd)) return false;
      [before, beforeEnd] = [this.from, this.to];
      if (!this.sign(colon) || !this.value(depth)) return false;
    } while (this.sign(comma));
    return this.sign(closingBrace);
  }

  /** Whether the name read last stands after the one before it, by UTF-16 code units; twice the same does not. */
  private isInOrder(before: number, beforeEnd: number): boolean {
    const difference = this.text.charCodeAt(this.from) - this.text.charCodeAt(before);
    const areBothNames = before < beforeEnd && this.from < this.to;
    if (areBothNames && difference !== 0) return difference > 0;
    return this.text.slice(this.from, this.to) > this.text.slice(before, beforeEnd);
  }

  private sign(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at += 1;
    return true;
  }
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}
