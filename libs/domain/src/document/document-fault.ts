/** What keeps a governed document from being put in force. */
export interface DocumentFault {
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly detail: string;
}

/** Collects faults under a pointer. */
export class Faults {
  readonly found: DocumentFault[] = [];

  add(pointer: string, detail: string): void {
    if (this.found.length < 200) this.found.push({ pointer, detail });
  }

  /** The members of an object; none, and a fault, where the value is no object. */
  members(pointer: string, value: unknown): readonly (readonly [string, unknown])[] {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
    this.add(pointer, 'must be an object');
    return [];
  }

  /** The items of a list of at most `most`; none, and a fault, where the value is no such list. */
  items(pointer: string, value: unknown, most: number): readonly (readonly [number, unknown])[] {
    if (Array.isArray(value) && value.length <= most) return [...(value as readonly unknown[]).entries()];
    this.add(pointer, `must be a list of at most ${most}`);
    return [];
  }

  /** A fault for each member that is not among the known names. */
  strangers(pointer: string, value: unknown, known: readonly string[]): void {
    if (typeof value !== 'object' || value === null) return;
    for (const name of Object.keys(value)) if (!known.includes(name)) this.add(`${pointer}/${name}`, 'is not known');
  }
}

export const documentCode = /^[a-z][a-z0-9-]{0,39}$/;

export function isInstantText(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 40) return false;
  try {
    Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
}
