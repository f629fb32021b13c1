import {
  Fenced,
  type FullTile,
  type KeptTree,
  type SignedCheckpoint,
  type TileId,
  type TreeChange,
  type TreeStore,
} from '@ledgerline/kernel';

/** For tests, and for a log that is kept nowhere. */
export class MemoryTreeStore implements TreeStore {
  private readonly full = new Map<string, FullTile>();
  private readonly signed = new Map<number, SignedCheckpoint>();
  private readonly notes = new Map<number, string>();
  private kept: KeptTree | undefined;
  private owner = 0;

  tree(): Promise<KeptTree | undefined> {
    return Promise.resolve(this.kept);
  }

  tiles(ids: readonly TileId[]): Promise<readonly FullTile[]> {
    return Promise.resolve(ids.flatMap((id) => this.full.get(nameOf(id)) ?? []));
  }

  claim(): Promise<number> {
    this.owner += 1;
    return Promise.resolve(this.owner);
  }

  write({ tiles, tree, checkpoint, owner }: TreeChange): Promise<void> {
    if (owner < this.owner) return Promise.reject(new Fenced(`tree: owner ${this.owner} has taken over`));
    for (const tile of tiles) this.full.set(nameOf(tile), tile);
    this.kept = tree;
    if (checkpoint) this.signed.set(checkpoint.size, checkpoint);
    return Promise.resolve();
  }

  checkpoints(after: number, limit: number): Promise<readonly SignedCheckpoint[]> {
    const later = [...this.signed.values()].filter(({ size }) => size > after);
    return Promise.resolve(later.sort((one, other) => one.size - other.size).slice(0, limit));
  }

  latest(): Promise<SignedCheckpoint | undefined> {
    return Promise.resolve([...this.signed.values()].sort((one, other) => one.size - other.size).at(-1));
  }

  keyNotes(): Promise<readonly string[]> {
    return Promise.resolve([...this.notes].sort(([one], [other]) => one - other).map(([, note]) => note));
  }

  addKeyNote(number: number, note: string): Promise<boolean> {
    if (this.notes.has(number)) return Promise.resolve(false);
    this.notes.set(number, note);
    return Promise.resolve(true);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function nameOf({ level, index }: TileId): string {
  return `${level}/${index}`;
}
