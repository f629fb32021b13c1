/**
 * Counts how often a 64-bit fingerprint came: 12 bytes each in a table that doubles when it is two thirds full, so that a million
 * rows cost some 25 MB. Two things with one fingerprint count as one; at a million rows the odds are one in forty million.
 */
export class Occurrences {
  private size = 1_024;
  private keys = new Uint32Array(2 * this.size);
  private counts = new Uint32Array(this.size);
  private used = 0;

  /** Different fingerprints so far. */
  get distinct(): number {
    return this.used;
  }

  /** @returns how often it has come, with this time */
  add(high: number, low: number): number {
    if (this.used * 3 > this.size * 2) this.grow();
    const slot = this.slotOf(high, low);
    if (this.counts[slot] === 0) {
      this.keys[2 * slot] = high;
      this.keys[2 * slot + 1] = low;
      this.used += 1;
    }
    this.counts[slot] = (this.counts[slot] as number) + 1;
    return this.counts[slot] as number;
  }

  private slotOf(high: number, low: number): number {
    let slot = low & (this.size - 1);
    while (this.counts[slot] !== 0 && (this.keys[2 * slot] !== high >>> 0 || this.keys[2 * slot + 1] !== low >>> 0))
      slot = (slot + 1) & (this.size - 1);
    return slot;
  }

  private grow(): void {
    const { keys, counts } = this;
    this.size *= 2;
    this.keys = new Uint32Array(2 * this.size);
    this.counts = new Uint32Array(this.size);
    for (let old = 0; old < counts.length; old += 1) {
      if (counts[old] === 0) continue;
      const slot = this.slotOf(keys[2 * old] as number, keys[2 * old + 1] as number);
      this.keys.set(keys.subarray(2 * old, 2 * old + 2), 2 * slot);
      this.counts[slot] = counts[old] as number;
    }
  }
}
