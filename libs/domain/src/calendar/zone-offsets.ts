import { dayLength, type EpochDay } from './epoch-day.js';

/**
 * A time zone's offsets over a span of time, asked of Temporal once. Instants are milliseconds since the epoch, wall times
 * milliseconds since 1970-01-01T00:00 local.
 */
export class ZoneOffsets {
  private readonly changes: readonly { readonly at: number; readonly wallFrom: number; readonly offset: number }[];
  private readonly first: number;

  /** @throws RangeError for a zone that Temporal does not know */
  constructor(timeZone: string, from: number, to: number) {
    const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
    this.first = start.offsetNanoseconds / 1e6;
    const changes = [];
    let before = this.first;
    for (let at = start.getTimeZoneTransition('next'); at !== null; at = at.getTimeZoneTransition('next')) {
      if (at.epochMilliseconds > to) break;
      const offset = at.offsetNanoseconds / 1e6;
      changes.push({ at: at.epochMilliseconds, wallFrom: at.epochMilliseconds + Math.max(before, offset), offset });
      before = offset;
    }
    this.changes = changes;
  }

  /**
   * The instant of a wall time, as Temporal's `compatible`: one that comes twice is the first, one that is skipped moves
   * on by the gap. Both mean the offset before the change, for as long as the wall shows less than the larger of the two.
   */
  instantOf(wall: number): number {
    let offset = this.first;
    for (const change of this.changes) {
      if (wall < change.wallFrom) break;
      offset = change.offset;
    }
    return wall - offset;
  }

  /** Stretches of one offset each, in order; the first began whenever. */
  stretches(): readonly { readonly from: number; readonly offset: number }[] {
    const first = { from: Number.NEGATIVE_INFINITY, offset: this.first };
    return [first, ...this.changes.map(({ at, offset }) => ({ from: at, offset }))];
  }

  /** The local date at an instant. */
  dayAt(instant: number): EpochDay {
    let offset = this.first;
    for (const change of this.changes) {
      if (instant < change.at) break;
      offset = change.offset;
    }
    return Math.floor((instant + offset) / dayLength);
  }
}
