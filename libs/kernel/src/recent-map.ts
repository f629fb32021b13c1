/**
 * A map that keeps at least the `size` entries used last, and at most twice as many: entries are used in a young half, and
 * when that is full it becomes the old one, whose unused entries go. A hit costs one look, most often.
 */
export class RecentMap<Key, Value> {
  private young = new Map<Key, Value>();
  private old = new Map<Key, Value>();

  constructor(private readonly size: number) {}

  get(key: Key): Value | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const before = this.old.get(key);
    if (before !== undefined) this.set(key, before);
    return before;
  }

  set(key: Key, value: Value): this {
    this.young.set(key, value);
    if (this.young.size <= this.size) return this;
    this.old = this.young;
    this.young = new Map([[key, value]]);
    return this;
  }

  delete(key: Key): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }

  get count(): number {
    let count = this.young.size;
    for (const key of this.old.keys()) if (!this.young.has(key)) count += 1;
    return count;
  }
}
