import type { GrowingTree } from '../log-tree/growing-tree.js';
import { hashLength, writeLevels, type HashInto } from '../log-tree/tree-hash.js';
import { nodesOf, type TreeNode } from '../log-tree/tree-nodes.js';

/** Leaves of a span: its first one's place among all leaves, a multiple of the power of two at or over their number. */
interface SpanLeaves {
  readonly start: number;
  readonly count: number;
}

/** The complete subtrees over a span's leaves, made apart from the tree that they become part of. */
export class SpanTree {
  /** @param nodes leaves, then the hashes of each level above them, 32 bytes each */
  constructor(
    readonly span: SpanLeaves,
    readonly nodes: Uint8Array<ArrayBuffer>,
  ) {}

  /** @param hashes of the commits, which have to be such */
  static over(start: number, hashes: readonly string[], hashInto: HashInto): SpanTree {
    const span = { start, count: hashes.length };
    const nodes = new Uint8Array(firstOf(Number.POSITIVE_INFINITY, span) * hashLength);
    writeLevels(hashes, nodes, hashInto);
    return new SpanTree(span, nodes);
  }

  /** How many leaves there are up to its end. */
  get end(): number {
    return this.span.start + this.span.count;
  }

  get leaves(): Uint8Array {
    return this.nodes.subarray(0, this.span.count * hashLength);
  }

  /** Lets a tree whose size lies in the span grow to another size that does. */
  grow(tree: GrowingTree, size: number): void {
    for (const node of nodesOf({ start: tree.size, end: size })) tree.add(node.level, this.hashOf(node));
  }

  private hashOf({ level, index }: TreeNode): Uint8Array {
    const from = (firstOf(level, this.span) + index - this.span.start / 2 ** level) * hashLength;
    return this.nodes.subarray(from, from + hashLength);
  }
}

/** Complete subtrees of a level. */
function widthOf(level: number, { count }: SpanLeaves): number {
  return Math.floor(count / 2 ** level);
}

/** Where a level begins among all nodes. */
function firstOf(level: number, span: SpanLeaves): number {
  let first = 0;
  for (let below = 0; below < level && widthOf(below, span) > 0; below += 1) first += widthOf(below, span);
  return first;
}
