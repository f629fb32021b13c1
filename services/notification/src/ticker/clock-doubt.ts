/** What a look at the clocks sees; milliseconds. */
export interface ClockSight {
  readonly now: number;
  readonly monotonic: number;
  /** A time at which something was written to the log. */
  readonly logTime?: number;
  /** By how much the clocks of other processes are ahead of this one. */
  readonly peers?: readonly number[];
}

/** Milliseconds by which clocks may differ; and for which one that jumped has to run steadily before it is believed again. */
export const [tolerance, settles] = [5_000, 600_000];

/**
 * Says why the clock cannot be trusted (rule 10). A clock that jumps is not believed until it comes back, or has run
 * steadily for ten minutes since and nothing else speaks against it (a machine that slept wakes up so): nobody is told of a
 * breach because somebody set a clock.
 */
export class ClockDoubt {
  private base: { readonly now: number; readonly monotonic: number } | undefined;
  private jump: { readonly by: number; readonly since: number } | undefined;

  /** @returns the doubt in words; undefined where there is none */
  look({ now, monotonic, logTime, peers = [] }: ClockSight): string | undefined {
    const jumped = this.jumped(now, monotonic);
    if (jumped !== undefined) return jumped;
    if (logTime !== undefined && logTime - now > tolerance)
      return `the clock is ${inSeconds(logTime - now)} s behind what the log has recorded`;
    const apart = peers.filter((ahead) => Math.abs(ahead) > tolerance);
    if (apart.length * 2 > peers.length)
      return `the clock disagrees with ${apart.length} of ${peers.length} other processes, by ${inSeconds(apart[0] ?? 0)} s`;
    return undefined;
  }

  private jumped(now: number, monotonic: number): string | undefined {
    this.base ??= { now, monotonic };
    const by = now - this.base.now - (monotonic - this.base.monotonic);
    if (Math.abs(by) <= tolerance) {
      this.jump = undefined;
      this.base = { now, monotonic };
      return undefined;
    }
    if (this.jump === undefined || Math.abs(by - this.jump.by) > tolerance) this.jump = { by, since: monotonic };
    if (monotonic - this.jump.since >= settles) {
      this.jump = undefined;
      this.base = { now, monotonic };
      return undefined;
    }
    return `the clock jumped by ${inSeconds(by)} s`;
  }
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 1_000);
}
