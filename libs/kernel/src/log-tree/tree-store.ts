import type { Position } from '../position.js';
import type { SignedCheckpoint } from './checkpoint.js';
import type { FullTile, TileId, TreeState } from './growing-tree.js';

/** How far the tree over the log has come. */
export interface KeptTree extends TreeState {
  /** Of the last commit in it; undefined for an empty tree. */
  readonly position: Position | undefined;
}

export interface TreeChange {
  /** Full tiles; written first. One that is there already is the same. */
  readonly tiles: readonly FullTile[];
  readonly tree: KeptTree;
  readonly checkpoint?: SignedCheckpoint;
  /** Epoch of the claim. */
  readonly owner: number;
}

/**
 * Where the Merkle tree over the log is kept: full tiles, the edge that still grows, the checkpoints that were signed, the
 * keys that sign. Of several copies of who extends it the last to claim is its owner.
 */
export interface TreeStore {
  tree(): Promise<KeptTree | undefined>;
  /** Full tiles alone; what is not there is left out. */
  tiles(ids: readonly TileId[]): Promise<readonly FullTile[]>;
  claim(): Promise<number>;
  /** @throws Fenced where another owner has claimed since */
  write(change: TreeChange): Promise<void>;
  /** Checkpoints of more commits than `after`, smallest first. */
  checkpoints(after: number, limit: number): Promise<readonly SignedCheckpoint[]>;
  latest(): Promise<SignedCheckpoint | undefined>;
  /** The notes that introduce keys (`CheckpointKey.note`), by number. */
  keyNotes(): Promise<readonly string[]>;
  /** @returns false where that number is taken */
  addKeyNote(number: number, note: string): Promise<boolean>;
  close(): Promise<void>;
}
