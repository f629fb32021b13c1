import { emptyTree, joined, tileWidth, type FullTile, type TileId } from './growing-tree.js';
import { hashLength, rootOfNeighbours, rootOfPeaks, type HashBytes } from './tree-hash.js';
import { consistencyRanges, inclusionRanges, nodesOf, type LeafRange, type TreeNode } from './tree-nodes.js';
import type { ConsistencyProof, InclusionProof } from './tree-proofs.js';
import type { KeptTree, TreeStore } from './tree-store.js';

const tileHeight = 8;
const mostTiles = 256;

/** Proofs out of the kept tree as it is at the first look: a few tiles each, however long the log. */
export class TreeReader {
  private readonly tiles = new Map<string, FullTile>();
  private tree: Promise<KeptTree | undefined> | undefined;

  constructor(
    private readonly store: Pick<TreeStore, 'tree' | 'tiles'>,
    private readonly sha256: HashBytes,
  ) {}

  async inclusion(leaf: number, size: number): Promise<InclusionProof> {
    return { leaf, size, path: await this.hashes(inclusionRanges(leaf, size)) };
  }

  async consistency(older: number, size: number): Promise<ConsistencyProof> {
    return { older, size, path: await this.hashes(consistencyRanges(older, size)) };
  }

  async root(size: number): Promise<Uint8Array> {
    const [root] = await this.hashes([{ start: 0, end: size }]);
    return root as Uint8Array;
  }

  /** Leaf hashes of commits `start` to `end - 1` (counted from 0), as far as the tree has them. */
  async leaves(start: number, end: number): Promise<readonly Uint8Array[]> {
    const bytes = await this.leafBytes(start, end);
    return Array.from({ length: bytes.length / hashLength }, (_, n) => bytes.subarray(n * hashLength, (n + 1) * hashLength));
  }

  /** The same, one after the other. */
  async leafBytes(start: number, end: number): Promise<Uint8Array> {
    const found: Uint8Array[] = [];
    for (let index = Math.floor(start / tileWidth); index * tileWidth < end; index += 1) {
      const { hashes } = await this.tile({ level: 0, index });
      const from = Math.max(start - index * tileWidth, 0) * hashLength;
      found.push(hashes.subarray(from, (end - index * tileWidth) * hashLength));
      if (hashes.length < tileWidth * hashLength) break;
    }
    return joined(found);
  }

  private async hashes(ranges: readonly LeafRange[]): Promise<readonly Uint8Array[]> {
    const hashes: Uint8Array[] = [];
    for (const range of ranges) {
      const peaks: Uint8Array[] = [];
      for (const node of nodesOf(range)) peaks.push(await this.node(node));
      hashes.push(rootOfPeaks(peaks, this.sha256));
    }
    return hashes;
  }

  private async node({ level, index }: TreeNode): Promise<Uint8Array> {
    const tileLevel = Math.floor(level / tileHeight);
    const width = 2 ** (level % tileHeight);
    const { hashes } = await this.tile({ level: tileLevel, index: Math.floor((index * width) / tileWidth) });
    const from = ((index * width) % tileWidth) * hashLength;
    const parts = Array.from({ length: width }, (_, n) => hashes.subarray(from + n * hashLength, from + (n + 1) * hashLength));
    if (parts.some(({ length }) => length !== hashLength))
      throw new TreeTooSmall(`node ${level}/${index} is not in the tree yet`);
    return rootOfNeighbours(parts, this.sha256);
  }

  private async tile(id: TileId): Promise<FullTile> {
    const name = `${id.level}/${id.index}`;
    const known = this.tiles.get(name);
    if (known) return known;
    const { size, edges } = (await (this.tree ??= this.store.tree())) ?? emptyTree;
    const isFull = (id.index + 1) * tileWidth ** (id.level + 1) <= size;
    if (!isFull) return { ...id, hashes: joined(edges[id.level] ?? []) };
    const [full] = await this.store.tiles([id]);
    if (!full) throw new TreeTooSmall(`tile ${name} is not there`);
    if (this.tiles.size >= mostTiles) this.tiles.clear();
    this.tiles.set(name, full);
    return full;
  }
}

export class TreeTooSmall extends Error {
  override readonly name = 'TreeTooSmall';
  readonly code = 'tree-too-small';
}
