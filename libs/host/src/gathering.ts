/** Commits: bounds the memory of a batch. */
export const largestBatch = 4_000;

/** While so many commits come at a time, they are let gather for so many milliseconds: less than what slows acceptance. */
const [busy, longest] = [200, 500];

/**
 * Under load a projection rests between two batches: a document that changes often is then written less often. Who waits for
 * a read model ends the rest; under little load there is none.
 */
export class Gathering {
  private readonly resting = new Set<() => void>();

  /** @param commits of the last batch; a full one has more behind it */
  rest(commits: number): Promise<void> {
    // Reading and writing wait for nobody: a thread that always has a batch would hear and tell nothing without a turn between.
    if (commits < busy || commits >= largestBatch) return new Promise((resolve) => setImmediate(resolve));
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.resting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, longest);
      this.resting.add(end);
    });
  }

  /** Somebody waits, or the end has come. */
  hurry(): void {
    for (const end of this.resting) end();
  }
}
