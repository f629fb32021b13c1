/** Milliseconds that projections may be behind before acceptance slows, and beyond which it refuses. */
export const slowFrom = 900;
export const refuseFrom = 10_000;

/** The wait doubles with every so many milliseconds of lag, up to the longest wait. */
const [doublesEvery, longest] = [100, 1_000];

/**
 * How long a command waits while projections are behind. Whether a handful of connections send or thousands, some wait slows
 * them to what projections can follow: it grows by powers, from one millisecond to a second within a second of lag, so that the
 * lag settles where both are equally fast. A wait that jumps stops and starts everybody in step (ADR 0008).
 * @param lag milliseconds that the slowest projection is behind @returns milliseconds
 */
export function paceAt(lag: number): number {
  return lag < slowFrom ? 0 : Math.min(2 ** ((lag - slowFrom) / doublesEvery) - 1, longest);
}
