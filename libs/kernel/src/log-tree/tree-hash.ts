/** SHA-256 of bytes: 32 bytes. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array;

/** Writes SHA-256 of bytes at a place of others: of many hashes, which a piece of memory for each would make slow. */
export type HashInto = (into: Uint8Array) => (bytes: Uint8Array, at: number) => void;

export const hashLength = 32;
/** RFC 9162, 2.1.1: what keeps a leaf from being taken for a node. */
const [leafPrefix, nodePrefix] = [0, 1];
const leafInput = new Uint8Array(1 + hashLength).fill(leafPrefix, 0, 1);
const leafInputHash = leafInput.subarray(1);
const base64url = { alphabet: 'base64url' } as const;
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

/** Complete levels of a tree: the leaves of commits, then the hashes over each two neighbours, level after level. */
export function writeLevels(hashes: readonly string[], nodes: Uint8Array, hashInto: HashInto): void {
  const write = hashInto(nodes);
  for (const [n, hash] of hashes.entries()) {
    leafInputHash.setFromBase64(hash, base64url);
    write(leafInput, n * hashLength);
  }
  let [below, first] = [0, hashes.length];
  for (let width = Math.floor(first / 2); width > 0; width = Math.floor(width / 2)) {
    for (let place = 0; place < width; place += 1) {
      const pair = (below + 2 * place) * hashLength;
      nodeInput.set(nodes.subarray(pair, pair + 2 * hashLength), 1);
      write(nodeInput, (first + place) * hashLength);
    }
    [below, first] = [first, first + width];
  }
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
  return one.length === other.length && beginsWith(one, other);
}

/** Whether bytes begin with others. */
export function beginsWith(bytes: Uint8Array, others: Uint8Array): boolean {
  if (bytes.length < others.length) return false;
  for (let place = 0; place < others.length; place += 1) if (bytes[place] !== others[place]) return false;
  return true;
}
