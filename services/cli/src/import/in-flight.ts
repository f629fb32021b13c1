/** Work that goes on while more is begun: so much at once, and no more after the first that broke. */
export class InFlight {
  private running = 0;
  private broken: { readonly error: unknown } | undefined;
  private wake: (() => void) | undefined;

  constructor(private readonly most: number) {}

  /** Begins a task; resolves when there is room for another. @throws what broke an earlier one */
  async add(task: () => Promise<void>): Promise<void> {
    if (this.broken) throw this.broken.error;
    this.running += 1;
    void this.run(task);
    while (this.running >= this.most) await this.oneLess();
  }

  /** Resolves when nothing runs any more. @throws what broke the first of them */
  async settled(): Promise<void> {
    while (this.running > 0) await this.oneLess();
    if (this.broken) throw this.broken.error;
  }

  private async run(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.broken ??= { error };
    }
    this.running -= 1;
    this.wake?.();
  }

  private oneLess(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
