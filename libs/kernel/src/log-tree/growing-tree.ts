import { nodeHash, rootOfNeighbours, rootOfPeaks, type HashBytes } from './tree-hash.js';

/** Hashes in a tile, and levels of the tree from one level of tiles to the next (C2SP tlog-tiles). */
export const tileWidth = 256;
const tileHeight = 8;

export interface TileId {
  readonly level: number;
  readonly index: number;
}

/** A tile that is full: it never changes again. 8 KiB. */
export interface FullTile extends TileId {
  readonly hashes: Uint8Array;
}

/** A tree as it is kept: its size, and of each level of tiles the hashes of the tile that is not full yet. */
export interface TreeState {
  readonly size: number;
  readonly edges: readonly (readonly Uint8Array[])[];
}

export const emptyTree: TreeState = { size: 0, edges: [] };

/**
 * A Merkle tree (RFC 9162) that takes leaves and keeps one hash a complete subtree on its right side: what an append costs
 * does not grow with the log. Full tiles are handed out as they come to be.
 */
export class GrowingTree {
  size: number;
  /** Of complete subtrees, largest first; levels beside them. */
  private readonly peaks: { readonly level: number; readonly hash: Uint8Array }[] = [];
  private readonly edges: Uint8Array[][];

  constructor(
    private readonly sha256: HashBytes,
    state: TreeState = emptyTree,
    private readonly onTile?: (tile: FullTile) => void,
  ) {
    this.size = state.size;
    this.edges = state.edges.map((edge) => [...edge]);
    for (const [level, edge] of [...state.edges.entries()].reverse()) this.peaks.push(...peaksOf(edge, level, sha256));
  }

  append(leaf: Uint8Array): void {
    this.size += 1;
    this.join(0, leaf);
  }

  /** A complete subtree, where the tree's size is a multiple of its own. Only of a tree that hands out no tiles: they need its leaves. */
  add(level: number, hash: Uint8Array): void {
    if (this.onTile) throw new TypeError('tiles are made of leaves');
    this.size += 2 ** level;
    this.join(level, hash);
  }

  root(): Uint8Array {
    return rootOfPeaks(
      this.peaks.map(({ hash }) => hash),
      this.sha256,
    );
  }

  state(): TreeState {
    return { size: this.size, edges: this.edges.map((edge) => [...edge]) };
  }

  /** A tree of its own that goes on from here; it hands out no tiles. */
  copy(): GrowingTree {
    const copy = new GrowingTree(this.sha256);
    copy.size = this.size;
    copy.peaks.push(...this.peaks);
    return copy;
  }

  /** Two subtrees of the same height make one. */
  private join(level: number, hash: Uint8Array): void {
    this.keep(level, hash);
    for (let last = this.peaks.at(-1); last?.level === level; last = this.peaks.at(-1)) {
      this.peaks.pop();
      hash = nodeHash(last.hash, hash, this.sha256);
      level += 1;
      this.keep(level, hash);
    }
    this.peaks.push({ level, hash });
  }

  private keep(level: number, hash: Uint8Array): void {
    if (!this.onTile || level % tileHeight !== 0) return;
    const edge = (this.edges[level / tileHeight] ??= []);
    edge.push(hash);
    if (edge.length < tileWidth) return;
    this.edges[level / tileHeight] = [];
    const index = Math.floor((this.size - 1) / tileWidth ** (level / tileHeight + 1));
    this.onTile({ level: level / tileHeight, index, hashes: joined(edge) });
  }
}

function peaksOf(edge: readonly Uint8Array[], level: number, sha256: HashBytes) {
  const peaks: { level: number; hash: Uint8Array }[] = [];
  let from = 0;
  for (let bit = tileHeight - 1; bit >= 0; bit -= 1) {
    if ((edge.length & (1 << bit)) === 0) continue;
    peaks.push({
      level: level * tileHeight + bit,
      hash: rootOfNeighbours(edge.slice(from, from + (1 << bit)), sha256),
    });
    from += 1 << bit;
  }
  return peaks;
}

export function joined(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const hash of hashes) {
    bytes.set(hash, at);
    at += hash.length;
  }
  return bytes;
}
