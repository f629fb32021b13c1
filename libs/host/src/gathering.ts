/** Commits: bounds the memory of a batch. */
export const largestBatch = 4_000;

/** While so many commits come at a time, a batch begins so many milliseconds after the one before: well below the lag from which acceptance slows. */
const [busy, beat] = [200, 500];

/**
 * Under load a projection rests between two batches: a document that changes often is then written less often. What the batch itself took
 * counts, so that who cannot keep up does not rest. Who waits for a read model ends the rest; under little load there is none.
 */
export class Gathering {
  private readonly resting = new Set<() => void>();

  /** The rests of one projection, each given the commits of the batch before it; a full batch has more behind it. */
  rests(): (commits: number) => Promise<void> {
    let began = performance.now();
    return async (commits) => {
      const left = commits < busy || commits >= largestBatch ? 0 : began + beat - performance.now();
      // Reading and writing wait for nobody: a thread that always has a batch would hear and tell nothing without a turn between.
      await (left > 0 ? this.rest(left) : new Promise((resolve) => setImmediate(resolve)));
      began = performance.now();
    };
  }

  /** Somebody waits, or the end has come. */
  hurry(): void {
    for (const end of this.resting) end();
  }

  private rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.resting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.resting.add(end);
    });
  }
}
