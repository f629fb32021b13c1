/** One at a time for each key, first come first served; different keys do not wait for each other. */
export class Turns {
  /** Who waits for whoever has the turn; there is no list where nobody does. */
  private readonly waiting = new Map<string, (() => void)[] | undefined>();

  /** Keys that somebody has the turn of. */
  get length(): number {
    return this.waiting.size;
  }

  /** Whether somebody has the turn of a key. */
  isTaken(key: string): boolean {
    return this.waiting.has(key);
  }

  async take<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    await this.enter(key);
    try {
      return await task();
    } finally {
      this.leave(key);
    }
  }

  /** @returns what to wait for before the turn has come; undefined where it has. Whoever enters has to leave. */
  enter(key: string): Promise<void> | undefined {
    if (!this.waiting.has(key)) {
      this.waiting.set(key, undefined);
      return undefined;
    }
    return new Promise((resolve) => {
      const others = this.waiting.get(key);
      if (others) others.push(resolve);
      else this.waiting.set(key, [resolve]);
    });
  }

  leave(key: string): void {
    const next = this.waiting.get(key)?.shift();
    if (next) next();
    else this.waiting.delete(key);
  }
}
