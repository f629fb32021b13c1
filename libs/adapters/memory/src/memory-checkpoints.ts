import type { Checkpoints, Position } from '@ledgerline/kernel';

export class MemoryCheckpoints implements Checkpoints {
  private readonly positions = new Map<string, Position>();

  get(name: string): Promise<Position | undefined> {
    return Promise.resolve(this.positions.get(name));
  }

  set(name: string, position: Position): Promise<void> {
    this.positions.set(name, position);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
