import { isEqual, nodeHash, type HashBytes } from './tree-hash.js';

/** That a leaf stands at a place in a tree of some size. */
export interface InclusionProof {
  readonly leaf: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
}

/** RFC 9162, 2.1.3.2: the root that the proof leads to; undefined where it cannot be a proof. */
export function rootOfInclusion(
  leafHash: Uint8Array,
  { leaf, size, path }: InclusionProof,
  sha256: HashBytes,
): Uint8Array | undefined {
  if (leaf < 0 || leaf >= size) return undefined;
  let [place, last] = [leaf, size - 1];
  let root = leafHash;
  for (const hash of path) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      root = nodeHash(hash, root, sha256);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else root = nodeHash(root, hash, sha256);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? root : undefined;
}

export interface ConsistencyProof {
  readonly older: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
}

/** RFC 9162, 2.1.4.2: true where the tree with `olderRoot` is the beginning of the one with `root`. */
export function isConsistent(
  { older, size, path }: ConsistencyProof,
  olderRoot: Uint8Array,
  root: Uint8Array,
  sha256: HashBytes,
): boolean {
  if (older < 0 || older > size) return false;
  if (older === size) return path.length === 0 && isEqual(olderRoot, root);
  if (older === 0) return path.length === 0;
  const hashes = isPowerOfTwo(older) ? [olderRoot, ...path] : path;
  let [place, last] = [older - 1, size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  const [first, ...rest] = hashes;
  if (first === undefined) return false;
  let [before, after] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      before = nodeHash(hash, before, sha256);
      after = nodeHash(hash, after, sha256);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else after = nodeHash(after, hash, sha256);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && isEqual(before, olderRoot) && isEqual(after, root);
}

/** Sizes pass 2³¹: no bit operators. */
function half(number: number): number {
  return Math.floor(number / 2);
}

function isPowerOfTwo(number: number): boolean {
  return Number.isInteger(Math.log2(number));
}
