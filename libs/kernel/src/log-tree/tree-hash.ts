/** SHA-256 of bytes: 32 bytes. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array;

export const hashLength = 32;
/** RFC 9162, 2.1.1: what keeps a leaf from being taken for a node. */
const [leafPrefix, nodePrefix] = [0, 1];
const leafInput = new Uint8Array(1 + hashLength).fill(leafPrefix, 0, 1);
const nodeInput = new Uint8Array(1 + 2 * hashLength).fill(nodePrefix, 0, 1);

/** The leaf of a commit: SHA-256(0x00 ‖ the 32 bytes of the commit's hash). */
export function leafHash(commitHash: Uint8Array, sha256: HashBytes): Uint8Array {
  leafInput.set(commitHash, 1);
  return sha256(leafInput);
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: HashBytes): Uint8Array {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + hashLength);
  return sha256(nodeInput);
}

/** The root over peaks, largest first: RFC 9162 splits at the largest power of two, so that they meet from the right. */
export function rootOfPeaks(peaks: readonly Uint8Array[], sha256: HashBytes): Uint8Array {
  if (peaks.length === 0) return sha256(new Uint8Array(0));
  return peaks.reduceRight((right, left) => nodeHash(left, right, sha256));
}

/** The root over a power of two of neighbours. */
export function rootOfNeighbours(hashes: readonly Uint8Array[], sha256: HashBytes): Uint8Array {
  let level = hashes;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let place = 0; place < level.length; place += 2)
      above.push(nodeHash(level[place] as Uint8Array, level[place + 1] as Uint8Array, sha256));
    level = above;
  }
  return level[0] as Uint8Array;
}

/** Bytes equal; public values, so that time says nothing. */
export function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place += 1) if (one[place] !== other[place]) return false;
  return true;
}
