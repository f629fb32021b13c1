/** Whole numbers up to 2^53 as bytes: seven bits each, small ones short, the sign in the lowest bit. */
export class PackingNumbers {
  private bytes = new Uint8Array(512);
  private length = 0;

  add(value: number): this {
    let rest = value < 0 ? -value * 2 - 1 : value * 2;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(rest))
      throw new RangeError(`${value} is no whole number that can be packed`);
    if (this.length + 8 > this.bytes.length) this.grow();
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
    return this;
  }

  /** undefined is a number of its own. */
  addOr(value: number | undefined): this {
    return value === undefined ? this.add(0) : this.add(value < 0 ? value : value + 1);
  }

  packed(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** The numbers again, in the order in which they were added. */
export class PackedNumbers {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    const first = this.byte();
    // Most numbers are small, and what fits 32 bits needs no floating point.
    if (first < 128) return (first & 1) === 0 ? first >> 1 : -(first + 1) >> 1;
    let value = first & 127;
    let weight = 128;
    for (let byte = 128; byte >= 128; weight *= 128) {
      byte = this.byte();
      value += (byte & 127) * weight;
    }
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  nextOr(): number | undefined {
    const value = this.next();
    if (value === 0) return undefined;
    return value < 0 ? value : value - 1;
  }

  private byte(): number {
    const { at } = this;
    if (at >= this.bytes.length) throw new RangeError('the packed numbers end too early');
    this.at = at + 1;
    return this.bytes[at] as number;
  }
}
