/** A complete subtree: `2 ** level` leaves from `index * 2 ** level` on. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** Leaves from `start` up to and without `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** The largest power of two that is smaller than `size` (size > 1). */
export function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The complete subtrees that make a range up whose start is a multiple of the power of two at or over its length; largest first. */
export function nodesOf({ start, end }: LeafRange): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let from = start; from < end;) {
    let [level, width] = [0, 1];
    while (from % (width * 2) === 0 && from + width * 2 <= end) [level, width] = [level + 1, width * 2];
    nodes.push({ level, index: from / width });
    from += width;
  }
  return nodes;
}

/** RFC 9162, 2.1.3.1: the ranges whose hashes lead from a leaf to the root of the first `size`, nearest first. */
export function inclusionRanges(leaf: number, size: number): readonly LeafRange[] {
  const ranges: LeafRange[] = [];
  for (let [start, end] = [0, size]; end - start > 1;) {
    const middle = start + splitOf(end - start);
    ranges.push(leaf < middle ? { start: middle, end } : { start, end: middle });
    [start, end] = leaf < middle ? [start, middle] : [middle, end];
  }
  return ranges.reverse();
}

/** RFC 9162, 2.1.4.1: the ranges whose hashes show that the first `older` leaves of `size` are what they were. */
export function consistencyRanges(older: number, size: number): readonly LeafRange[] {
  if (older === 0 || older === size) return [];
  const ranges: LeafRange[] = [];
  let [start, end] = [0, size];
  let isWhole = true;
  while (end !== older) {
    const middle = start + splitOf(end - start);
    if (older <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
      isWhole = false;
    }
  }
  if (!isWhole) ranges.push({ start, end });
  return ranges.reverse();
}
