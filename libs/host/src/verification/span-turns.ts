/** Spans that are looked at before the first of them was taken: what they say waits in memory. */
const mostAhead = 16;
const [given, taken] = [0, 1];

/** Whose span is whose, between threads: each is given out once, to whoever asks first. */
export class SpanTurns {
  private readonly turns: Int32Array<SharedArrayBuffer>;

  constructor(readonly room: SharedArrayBuffer = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.turns = new Int32Array(room);
  }

  /** The next one; the thread stands still while it is too far ahead. */
  next(): number {
    const n = Atomics.add(this.turns, given, 1);
    for (let before = this.done; n >= before + mostAhead; before = this.done) Atomics.wait(this.turns, taken, before);
    return n;
  }

  /** The same for who must not stand still. */
  nextAtOnce(): number | undefined {
    return Atomics.load(this.turns, given) < this.done + mostAhead ? Atomics.add(this.turns, given, 1) : undefined;
  }

  /** What was found out about the first one that was not taken yet is needed no more. */
  take(): void {
    Atomics.add(this.turns, taken, 1);
    Atomics.notify(this.turns, taken);
  }

  private get done(): number {
    return Atomics.load(this.turns, taken);
  }
}
