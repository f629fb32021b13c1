import type { Checkpoints } from './checkpoints.js';
import type { Position } from './position.js';

/** Where it is kept, and under whose claim. */
export interface Place {
  readonly name: string;
  readonly owner: number;
}

/**
 * How far something that follows the log has come. It is saved now and then, and at the end: what lies between is done again after a crash,
 * and whoever keeps it does so without harm.
 */
export class SavedPlace {
  private constructor(
    private readonly checkpoints: Pick<Checkpoints, 'set'>,
    private readonly place: Place,
    private saved: Position | undefined,
    /** What follows moves it on; where nothing was saved yet, undefined. */
    public reached: Position | undefined = saved,
  ) {}

  static async of(checkpoints: Pick<Checkpoints, 'get' | 'set'>, place: Place): Promise<SavedPlace> {
    return new SavedPlace(checkpoints, place, await checkpoints.get(place.name));
  }

  /** @throws Fenced where another owner has claimed since */
  async save(): Promise<void> {
    const position = this.reached;
    if (position === undefined || position === this.saved) return;
    await this.checkpoints.set(this.place.name, position, this.place.owner);
    this.saved = position;
  }

  /** Until the signal, as often as `pause` ends. */
  async keepSaving(pause: (over: AbortSignal) => Promise<void>, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await pause(over);
      await this.save();
    }
  }
}
