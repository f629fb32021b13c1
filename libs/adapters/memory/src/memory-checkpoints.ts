import { Fenced, type Checkpoints, type Position } from '@ledgerline/kernel';

export class MemoryCheckpoints implements Checkpoints {
  private readonly positions = new Map<string, Position>();
  private readonly owners = new Map<string, number>();

  get(name: string): Promise<Position | undefined> {
    return Promise.resolve(this.positions.get(name));
  }

  claim(name: string): Promise<number> {
    const owner = (this.owners.get(name) ?? 0) + 1;
    this.owners.set(name, owner);
    return Promise.resolve(owner);
  }

  set(name: string, position: Position, owner: number): Promise<void> {
    if (this.owners.get(name) !== owner) return Promise.reject(new Fenced(`${name}: another owner has taken over`));
    this.positions.set(name, position);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
