/** What keeps a governed document from being put in force. */
export interface DocumentFault {
  /** RFC 6901 pointer into the document. */
  readonly pointer: string;
  /** A stable name of the kind of fault. */
  readonly code: string;
  readonly detail: string;
}

/** Collects faults under a pointer; after 200 it is plain that the document has to be looked through. */
export class Faults {
  readonly found: DocumentFault[] = [];

  add(pointer: string, detail: string, code = 'invalid-value'): void {
    if (this.found.length < 200) this.found.push({ pointer, code, detail });
  }

  /** The members of an object of at most `most`; none, and a fault, where the value is no such object. */
  members(pointer: string, value: unknown, most = 5_000): readonly (readonly [string, unknown])[] {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const found = Object.entries(value);
      if (found.length <= most) return found;
      this.add(pointer, `must have at most ${most} members`, 'too-many');
    } else this.add(pointer, 'must be an object', 'wrong-type');
    return [];
  }

  /** The same as an object that can be asked for its members. */
  object(pointer: string, value: unknown): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.members(pointer, value));
  }

  /** The items of a list of at most `most`; none, and a fault, where the value is no such list. */
  items(pointer: string, value: unknown, most: number): readonly (readonly [number, unknown])[] {
    const isList = Array.isArray(value);
    if (isList && value.length <= most) return [...(value as readonly unknown[]).entries()];
    this.add(pointer, `must be a list of at most ${most}`, isList ? 'too-many' : 'wrong-type');
    return [];
  }

  /** A fault for each member that is not among the known names. */
  strangers(pointer: string, value: unknown, known: readonly string[]): void {
    if (typeof value !== 'object' || value === null) return;
    for (const name of Object.keys(value))
      if (!known.includes(name)) this.add(`${pointer}/${pointerToken(name)}`, 'is not known', 'unknown-member');
  }

  code(pointer: string, value: unknown): void {
    if (typeof value !== 'string' || !documentCode.test(value)) this.add(pointer, 'must be a code', 'invalid-code');
  }

  instant(pointer: string, value: unknown): void {
    if (!isInstantText(value)) this.add(pointer, 'must be an RFC 3339 time with offset', 'invalid-instant');
  }

  whole(pointer: string, value: unknown, [least, most]: readonly [number, number], code = 'invalid-value'): void {
    const isWithin = typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
    if (!isWithin) this.add(pointer, `must be a whole number from ${least} to ${most}`, code);
  }

  /** Entries of a list, each with a code of its own and a name in both languages; @param known the names of their members */
  named(pointer: string, value: unknown, known: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
    const seen = new Set<unknown>();
    return this.items(pointer, value, 100).map(([place, one]) => {
      const at = `${pointer}/${place}`;
      const member = this.object(at, one);
      this.strangers(at, member, known);
      this.code(`${at}/code`, member['code']);
      for (const language of ['zh', 'en']) this.text(`${at}/${language}`, member[language], 200);
      if (seen.has(member['code'])) this.add(`${at}/code`, 'stands twice', 'duplicate');
      seen.add(member['code']);
      return member;
    });
  }

  text(pointer: string, value: unknown, most: number): void {
    if (typeof value !== 'string' || value.trim() === '' || value.length > most)
      this.add(pointer, `must be a text of at most ${most} characters`, 'invalid-text');
  }
}

export const documentCode = /^[a-z][a-z0-9-]{0,39}$/;

/** A member's name as a part of a JSON pointer (RFC 6901, section 3). */
export function pointerToken(name: string): string {
  return name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Any JSON value as a text: a string itself. Never throws, whatever the members are called. */
export function said(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** True for an RFC 3339 time with offset that exists, of the years 1970 to 2200. */
export function isInstantText(value: unknown): value is string {
  if (typeof value !== 'string' || !rfc3339.test(value)) return false;
  try {
    const { year } = Temporal.PlainDate.from(value.slice(0, 10), { overflow: 'reject' });
    Temporal.Instant.from(value);
    return year >= 1970 && year <= 2200;
  } catch {
    return false;
  }
}
