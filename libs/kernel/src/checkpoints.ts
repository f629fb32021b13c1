import type { Position } from './position.js';

/**
 * Where process managers keep how far they got. Of several copies of one the last to claim is its owner; those before are
 * shut out, and find out when they save.
 */
export interface Checkpoints {
  get(name: string): Promise<Position | undefined>;
  /** Takes the process manager over. @returns the epoch to save with */
  claim(name: string): Promise<number>;
  /** @throws Fenced where another owner has claimed since */
  set(name: string, position: Position, owner: number): Promise<void>;
  close(): Promise<void>;
}
