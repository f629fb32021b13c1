/** A value of an attribute holds from `time` on, until there is a later one (OCEL 2.0). */
export interface OcelValue {
  readonly name: string;
  readonly value: string;
  readonly time: string;
}

/** What attributes were, and since when; what did not change is not said again. */
export class Histories {
  private readonly last = new Map<string, string>();
  private readonly values = new Map<string, OcelValue[]>();

  keep(object: string, values: Readonly<Record<string, string | undefined>>, time: string): void {
    for (const [name, value] of Object.entries(values)) {
      const key = `${object} ${name}`;
      const before = this.last.get(key);
      if (value === before || value === undefined) continue;
      this.last.set(key, value);
      const kept = this.values.get(object) ?? [];
      this.values.set(object, kept);
      kept.push({ name, value, time });
    }
  }

  of(object: string): readonly OcelValue[] {
    return this.values.get(object) ?? [];
  }
}
