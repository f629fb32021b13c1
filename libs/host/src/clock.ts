import type { Clock } from '@ledgerline/kernel';
import { readFileSync } from 'node:fs';

/** Milliseconds for which what the file says holds. */
const readsEvery = 20;

/** The machine's clock; for tests and demonstrations one that a file sets ahead. */
export function clockOf({ testClock }: { readonly testClock: string | undefined }): Clock {
  if (testClock === undefined) return { now: () => Date.now() };
  return new FileClock(testClock);
}

/**
 * `{"ahead": 3600000}` in the file lets an hour have passed; `{"jumped": 3600000}` puts the clock alone an hour on, as
 * somebody who sets it does. Without the file it is the machine's clock.
 */
class FileClock implements Clock {
  private said = { ahead: 0, jumped: 0, until: Number.NEGATIVE_INFINITY };

  constructor(private readonly file: string) {}

  now(): number {
    const { ahead, jumped } = this.read();
    return Date.now() + ahead + jumped;
  }

  monotonic(): number {
    return performance.now() + this.read().ahead;
  }

  private read() {
    const now = performance.now();
    if (now < this.said.until) return this.said;
    const { ahead = 0, jumped = 0 } = this.parsed();
    this.said = { ahead, jumped, until: now + readsEvery };
    return this.said;
  }

  private parsed(): { readonly ahead?: number; readonly jumped?: number } {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as { readonly ahead?: number; readonly jumped?: number };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      if (error instanceof SyntaxError) return this.said; // being written
      throw error;
    }
  }
}
