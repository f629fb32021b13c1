import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The clock of an installation and of the browsers before it, put to the wall times of a story in Shanghai. */
export class StoryTime {
  private readonly file = join(mkdtempSync(join(tmpdir(), 'ledgerline-story-')), 'clock.json');
  /** Milliseconds by which the story is ahead of the machine; behind it where negative. */
  ahead = 0;

  get env(): Readonly<Record<string, string>> {
    return { LEDGERLINE_TEST_CLOCK: this.file };
  }

  now(): number {
    return Date.now() + this.ahead;
  }

  /** @param local as `2026-09-28 09:05` */
  set(local: string): void {
    this.ahead = Temporal.Instant.from(`${local.replace(' ', 'T')}:00+08:00`).epochMilliseconds - Date.now();
    writeFileSync(this.file, JSON.stringify({ ahead: this.ahead }));
  }
}
