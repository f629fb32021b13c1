/**
 * A place in the log after which nothing, or something, follows. Opaque to everybody but the store that made it: only
 * `EventStore.compare` may say which of two is later. On the wire it is this very string (see ADR 0001).
 */
export type Position = string & { readonly opaque: 'position' };

/** One point of one log: `sequence` counts that log's commits from 1 within `epoch`; a restored log has a new epoch. */
export interface Point {
  readonly log: string;
  readonly epoch: string;
  readonly sequence: number;
}

const point = /^([a-z0-9_-]{1,40})\.([a-z0-9]{1,16})\.(0|[1-9][0-9]{0,15})$/;

/** The wire form of a vector of points, sorted by log: `main.e1x4.1207`, several joined by `~`. */
export function positionOf(points: readonly Point[]): Position {
  return [...points]
    .sort((a, b) => (a.log < b.log ? -1 : 1))
    .map(({ log, epoch, sequence }) => `${log}.${epoch}.${sequence}`)
    .join('~') as Position;
}

/** The points of a position, or undefined where the text is none (outsiders send anything). */
export function pointsOf(text: string): readonly Point[] | undefined {
  const points: Point[] = [];
  for (const part of text.split('~')) {
    const match = point.exec(part);
    if (!match) return undefined;
    const sequence = Number(match[3]);
    if (!Number.isSafeInteger(sequence)) return undefined;
    points.push({ log: match[1] as string, epoch: match[2] as string, sequence });
  }
  return points;
}

/** The cursor's epoch is not the log's any more: the log was restored from a backup after the cursor was given out. */
export class LogRestored extends Error {
  override readonly name = 'LogRestored';
  readonly code = 'log-restored';
}

/** The text is not a position of this log at all. */
export class UnknownPosition extends Error {
  override readonly name = 'UnknownPosition';
  readonly code = 'unknown-position';
}
